from sharedprog.domain.narrowing import Narrowing
from sharedprog.domain.registers.partners import PARTNERS
from sharedprog.domain.registers.risks import RISK_PARTNERS, RISKS
from sharedprog.domain.registers.workstreams import WORKSTREAMS
from tests.builders import Changing


def test_risks_of_a_partner_are_those_that_name_it_or_nobody() -> None:
    changing = Changing()
    ashmere, tolland = (changing.add(PARTNERS, title=title).id for title in ("Ashmere", "Tolland"))
    it = changing.add(WORKSTREAMS, title="IT").id
    named = changing.add(RISKS, title="named", workstream=it)
    changing.add(RISK_PARTNERS, parent=named.id, partner=tolland)
    changing.add(RISKS, title="anybody's")

    def held(narrowing: Narrowing) -> list[str]:
        return [risk.title for risk in changing.programme.rows(RISKS) if narrowing.holds(changing.view, risk)]

    assert held(Narrowing()) == held(Narrowing(partner=tolland)) == ["named", "anybody's"]
    assert held(Narrowing(partner=ashmere)) == ["anybody's"]
    assert held(Narrowing(workstream=it)) == held(Narrowing(tolland, it)) == ["named"]
    assert held(Narrowing(ashmere, it)) == []
    assert Narrowing().none
    assert not Narrowing(workstream=it).none
