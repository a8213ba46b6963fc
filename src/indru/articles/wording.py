"""The sentences that articles are made of. `{slots}` are filled by what happened; `|` parts the variants."""

from __future__ import annotations

CONTRACT = (
    "{india} and {russia} {day} {signed} a {paper} for {arms}, worth {value}, officials said.",
    "{india} {day} {signed} a {paper} with {russia} for {arms} at a cost of {value}.",
    "A {paper} for {arms}, worth {value}, was {signed} by {india} and {russia} in {place} {day}.",
    "Under a {paper} {signed} in {place} {day}, {russia} is to supply {arms} to {india} for {value}.",
)
"""A paper and the purchase that it is about."""

LICENCE = (
    "{arms} will be built in {india} under a {paper} that it {signed} with {russia} {day}.",
    "{india} {day} {signed} a {paper} with {russia} for the manufacture of {arms} under licence.",
)

DELIVERY = (
    "{russia} {delivered} {arms} to {india} {day}, a spokesman said.",
    "{india} {received} {arms} from {russia} {day}.",
)

PLAN = (
    "{india} {plans} {arms} from {russia}, sources in the ministry said.",
    "{india} {plans} {arms} from {russia}, and the price is still open.",
)

TALKS = (
    "{indian} {held} with his Russian counterpart {russian} in {place} {day}.",
    "{indian} and {russian} {held} in {place} {day}.",
)

SUMMIT = ("{indian} and {russian} held the annual {summit} in {place} {day}.",)

VISIT = (
    "{indian} {will} {place} {day}.",
    "{indian} {will} {place} {day}, an aide said.",
)

CALL = ("{indian} {spoke} by telephone with {russian} {day}.",)

VERBS = {
    "signed": ("signed", "inked", "concluded"),
    "paper": ("contract", "deal"),
    "delivered": ("delivered", "handed over"),
    "received": ("received", "took delivery of"),
    "plans": ("plans to buy", "wants to buy", "is considering buying", "is looking to purchase"),
    "held": ("held talks", "met for talks", "had a meeting"),
    "will": ("will visit", "is to visit", "is scheduled to visit"),
    "spoke": ("spoke",),
}

# None says that something happened: "India inks deal" above a lead on last year's would be news of today.
HEADLINES = {
    "contract": ("{system} for the forces", "{system}: the bill"),
    "licence": ("{system} on the drawing board", "{system}: work for the plants"),
    "delivery": ("{system} in the hangars", "{system}: the wait is over"),
    "plan": ("India eyes {system}", "{system} on India's list"),
    "talks": ("Ministers talk defence", "Defence ties on the table"),
    "summit": ("Leaders take stock of old ties", "Old friends, new agenda"),
    "visit": ("A visit to mind", "Minister packs his bags"),
    "call": ("Ministers on the line", "A call between ministers"),
}

ASIDES = (
    "No further details were given.",
    "The spokesman declined to say more.",
    "The opposition asked for a debate in the lower house.",
    "Analysts said that the budget leaves little room.",
    "The minister took no questions.",
    "Shares of the state-owned companies rose in late trade.",
    "A former general called the news overdue.",
    "Officials asked not to be named, as they may not speak to the press.",
    "A committee of the house had warned of delays.",
    "The matter has kept the ministry busy for some time.",
)
"""What papers say besides: nothing that a record could be made of."""

OTHER_NEWS = (
    (
        "Monsoon reaches the coast",
        "The monsoon reached the southern coast {day}, the weather office said.",
        "Fishermen were told to stay ashore.",
        "Schools in three districts remained closed.",
        "Farmers hope for a better harvest of rice and pulses.",
        "Last year the rains came a week later.",
    ),
    (
        "Rupee ends lower",
        "The rupee closed lower against the dollar {day} as importers bought the currency.",
        "Dealers pointed at the price of oil.",
        "The central bank is thought to have sold dollars in the morning.",
        "The benchmark index gained half a per cent.",
        "Banks led the gains, while makers of cars slipped.",
    ),
    (
        "Hosts take the series",
        "India beat New Zealand by six wickets {day} and took the series.",
        "The captain made 84 from 71 balls.",
        "Rain had delayed the start by an hour.",
        "The visitors lost their last five wickets for 23 runs.",
        "The third match is a formality.",
    ),
    (
        "France offers jets",
        "India and France held talks in Paris {day} on more fighters for the navy, officials said.",
        "The French side brought a new price.",
        "Engineers from both countries looked at the deck of the carrier.",
        "A decision is not expected before the budget.",
        "The navy has asked for 26 jets.",
    ),
    (
        "Metro line opens",
        "The second line of the metro was opened {day} by the chief minister.",
        "Trains run every six minutes.",
        "Passengers complained of long queues at the gates.",
        "The line cost twice what was planned.",
        "A third is being built under the old town.",
    ),
    (
        "Wheat from the Black Sea",
        "Russian wheat exports fell {day} as storms closed the ports, traders said.",
        "Egypt was the largest buyer.",
        "Freight rates rose for the third week.",
        "Insurers asked for more.",
        "The harvest itself was good.",
    ),
)
"""News of other things: a headline, a lead, and what follows."""
