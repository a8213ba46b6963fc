"""Texts for these tests: words of our own, in the shapes that pages have."""

from __future__ import annotations

from hypothesis import strategies as st

BODY = (
    "The navy of the country took a second frigate into service on Tuesday, in the presence of its minister.",
    "Officials of the yard said that two more hulls are being built and will be handed over in three years.",
    "Under the contract, worth Rs. 90 crore, Lt. Gen. A. B. Rao's corps gets forty guns. Spares come later.",
    "Neither side would say how the engines will be paid for, or whether the older ships will be refitted.",
    "The minister flew home in the evening after he had called on the governor. No date was set for more.",
)

NOISE = (
    "Share on WhatsApp",
    "ADVERTISEMENT",
    "Also read: A cruiser sails at dawn",
    "Home | About | Archive | Contact",
    "-ends-",
    "Subscribe to our newsletter!",
    "All rights reserved.",
    "Tags: navy, frigates",
    "Follow us on social media",
    "READ MORE >>",
    "Related Posts",
    "***",
)

ODD = (
    "\u00ad\u200b\ufeff\u202e\u00a0\u2009\u2014\u201c\u2019\u0130\u00df\u0301e\u0308"
    "\ud800\udfff\U0001f680\ufb01\uff21\u0967&;#\r\n\t >.?!:()/-"
)
"""Characters that a reading view folds, drops or has to survive."""

any_text = st.one_of(
    st.text(alphabet=st.characters(exclude_categories=())),
    st.text(alphabet=ODD),
    st.lists(
        st.one_of(
            st.sampled_from(BODY),
            st.sampled_from(NOISE),
            st.sampled_from(["&amp;", "&nbsp;", "&#8217;", "&amp;nbsp;", "\n", "\n\n", "> ", "\u00ad", "e\u0301", " "]),
            st.text(alphabet=ODD, max_size=6),
        ),
        max_size=14,
    ).map("".join),
)

articles = st.lists(st.sampled_from(BODY), min_size=1, max_size=5, unique=True)
