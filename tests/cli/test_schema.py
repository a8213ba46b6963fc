import json


def test_the_schema_of_a_result_and_of_a_type(run):
    assert json.loads(run("schema").out)["title"] == "ParseResult"
    assert json.loads(run("schema", "Meeting").out)["title"] == "Meeting"


def test_an_unknown_type_names_the_known_ones(run):
    outcome = run("schema", "Tank")
    assert outcome.code == 2
    assert "Meeting" in outcome.err
