"""What a process owner could get wrong with the real phrase book: the mistake, and the beginning of what is said about it."""

STORY = """Feature: Wrong
  Scenario: Story
    Given the company "Northwind SaaS"
    And "Globex" signed on 1 January 2026 for 12 months, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 100      | 10.00 USD       |
"""
SEATS, PRICE = "| 100      |", "10.00 USD       |"
COMPANY = 'SaaS"\n'

# Found before anything acts: what is replaced by what in the story, and what is said.
REPLACED = {
    "company": ('"Northwind', '"Nortwind', "3: there is no company 'Nortwind SaaS'; did you mean Northwind SaaS?"),
    "customer": ('"Globex" s', '"Globx" s', "4: Northwind SaaS has no customer 'Globx'; did you mean Globex?"),
    "product": ("| Platform s", "| Platfrom s", "6: Northwind SaaS has no product 'Platfrom seat'; did you mean Platform seat?"),
    "tax below zero": ("tax 10%", "tax -10%", "4: not a tax: tax -10%"),
    "tax of 1000 percent": ("tax 10%", "tax 1000%", "4: not a tax: tax 1000%; a tax lies between 0% and 100%"),
    "tax without a percentage": ("tax 10%", "tax vat", "4: not a tax: tax vat; write it like tax 10%"),
    "net days below zero": ("net 30", "net -30", "4: not a count: -30; write it like 20"),
    "billing terms": ("monthly in", "montly in", "4: not billing terms: montly in advance; write it like monthly in advance"),
    "arrears ahead": ("monthly in advance", "monthly in arrears, 5 days ahead", "4: not billing terms: monthly in arrears, 5 days ahead; only what"),
    "words for a quantity": (SEATS, "| ten |", "6: column quantity: not a quantity: ten"),
    "anything as a quantity": (SEATS, "| * |", '6: column quantity: "*" is for tables that check'),
    "nothing as a price": (PRICE, "- |", '6: column price per month: "-" is for tables that check'),
    "unknown currency": (PRICE, "10.00 XXQ |", "6: column price per month: not a currency: XXQ"),
    "division by zero": (PRICE, "10.00/0 |", "6: column price per month: not an amount: 10.00/0; it divides by zero"),
    "power": (PRICE, "10.00 ** 9999 |", "6: column price per month: not an amount: 10.00 ** 9999"),
    "more than can be read": (PRICE, "(" * 400 + "1" + ")" * 400 + " |", "6: column price per month: not an amount: " + "(" * 40 + "...; it is longer than 300 characters"),
    "more than a ledger holds": (SEATS, "| " + "9" * 21 + " |", "6: column quantity: not an amount: '" + "9" * 21 + "'; it has more than 20 digits before the point"),
    "open bracket": (PRICE, "(10.00 * 2 |", "6: column price per month: not an amount: (10.00 * 2"),
    "program": (PRICE, "__import__('os') |", "6: column price per month: not an amount: __import__('os')"),
    "day that does not exist": ("1 January 2026", "31 February 2026", "4: not a date: 31 February 2026; the calendar has no such day"),
    "year zero": ("1 January 2026", "1 January 0000", "4: not a date: 1 January 0000; stories happen between 1900 and 2199"),
    "last year of all": ("1 January 2026", "31 December 9999", "4: not a date: 31 December 9999; stories happen between"),
    "column": ("price per month", "price per mounth", "5: the table of ordered products has no column 'price per mounth'; did you mean price per month?"),
    "no rows": (f"      | Platform seat {SEATS} {PRICE}\n", "", "4: the table of ordered products has no rows"),
    "no product": ("| Platform seat |", "| |", "6: column product: this cell must be filled"),
    "tax of a line": ("| quantity |", "| tax |", "6: column tax: not a tax: 100; write it like 10%"),
    "convention": (COMPANY, COMPANY + "    And these conventions:\n      | question | answer |\n      | proraton | 30/360 |\n", "6: there is no convention 'proraton'; did you mean proration?"),
    "a convention said in other words": (COMPANY, COMPANY + "    And these conventions:\n      | question | answer |\n      | open chargeback | wait |\n", "6: there is no convention 'open chargeback'; the nearest of"),
    "answer": (COMPANY, COMPANY + "    And these conventions:\n      | question | answer |\n      | proration | 30/361 |\n", "6: the convention 'proration' has no answer '30/361'; did you mean 30/360?"),
    "answered twice": (COMPANY, COMPANY + "    And these conventions:\n      | question | answer |\n      | proration | 30/360 |\n      | proration | 30/360 |\n", "7: the convention 'proration' is answered on line 6 already; leave one of them out"),
    "name to be filled in": ('"Northwind SaaS"', '"<company>"', "3: <company> is to be filled in, but the scenario has no Examples: with a column company"),
    "another language": ("Feature:", "# language: de\nFeature:", "2: the file says # language: de, but is written in English; remove that line"),
    "retry days": (COMPANY, COMPANY + "    And failed payments are retried after 5, 3 and 1 days\n", "4: not a list of days: 5, 3 and 1 days; each comes after the one before"),
    "customer twice": (COMPANY, COMPANY + "    And the customer Globex\n", "4: Northwind SaaS has the customer 'Globex' already; leave this line out"),
    "approval limit": (COMPANY, COMPANY + "    And this approval matrix:\n      | role | discount above |\n      | VP | ten |\n", "6: column discount above: not a percentage: ten; write it like 10%"),
    "no products": (COMPANY, COMPANY + "    And these products are sold:\n      | product | price |\n", "4: the table of products has no rows"),
    "way of charging": (COMPANY, COMPANY + "    And these products are sold:\n      | product | charged |\n      | New | per moon |\n", "6: column charged: not a way of charging: per moon"),
    "first word": ('Given the company "Northwind SaaS"\n    And', "And", "3: the first step here cannot begin with And; write Given, When or Then as it is meant: Given"),
    "typographic quotes": ('"Northwind SaaS"', "“Northwind SaaS”", "3: not a company in quotes: “Northwind SaaS”; write it like"),
    "unknown keyword": ("    And ", "    Adn ", '4: "Adn" is no keyword; did you mean: And'),
}  # fmt: skip
NET = "Then Globex is invoiced:\n| date | for | net |\n"

# Found before anything acts: what is added to the story, and what is said.
ADDED = {
    "unknown customer": ("Then Globx is invoiced 1.00 USD in all", "7: Northwind SaaS has no customer 'Globx'; did you mean Globex?"),
    "month thirteen": ("When finance closes 2026-13", "7: not a month: 2026-13; write it like March 2026"),
    "name of a month": ("When finance closes Janaury 2026", "7: not a month: Janaury; write it in full"),
    "event": ('Given the integration loses the event "invoice postd"', '7: not a business event: "invoice postd"; did you mean invoice posted?'),
    "event of nobody": ('Given the ERP refuses the event "invoice posted" of Globx', "7: Northwind SaaS has no customer 'Globx'"),
    "event about what": ('Given the integration loses the event "invoice posted" of the upsel', "7: not what an event is about: upsel; did you mean upsell?"),
    "ordinal": ('Given the integration loses the 0th event "invoice posted"', "7: not an ordinal: 0th; write it like second"),
    "system": ('Given the CMR refuses the event "invoice posted"', "7: not a system: CMR; write it like ERP"),
    "price per what": ('When Globex pays 10.00 USD per fortnight for "Platform seat" from 16 March 2026', "7: no sentence reads"),
    "text": ('When time passes to 1 February 2026\n"""\nhello\n"""', '7: "time passes to {date}" takes no text; remove the lines'),
    "table": ("When time passes to 1 February 2026\n| a |\n| b |", '7: "time passes to {date}" takes no table; remove it'),
    "missing table": ("Then Globex is invoiced:", '7: "{customer} is invoiced:" needs a table below it'),
    "date of a cell": (NET + "| 30 February 2026 | | 5.00 |", "9: column date: not a date: 30 February 2026"),
    "date with slashes": (NET + "| 01/02/2026 | | 5.00 |", "9: column date: not a date: 01/02/2026; write it like 16 March 2026"),
    "three decimals": (NET + "| | | 5.001 |", "9: column net: not an amount: 5.001; USD has 2 decimals"),
    "tolerance": (NET + "| | | 5.00 ~ x |", "9: column net: not an amount: 5.00 ~ x"),
    "product of a cell": (NET + "| | Platform seet | 5.00 |", "9: column for: there is no product 'Platform seet'; did you mean Platform seat?"),
    "customer of a cell": ("Then the ledger shows on 1 January 2026:\n| account | customer |\n| Receivables | Globx |", "9: column customer: there is no customer 'Globx'; did you mean Globex?"),
    "event of a cell": ("Then the ERP holds these exceptions:\n| event |\n| invoice postd |", "9: column event: not a business event: invoice postd"),
    "ragged table": (NET + "| 1 January 2026 |", "9: this row of the table has another number of cells"),
    "mark of a merge": ("<<<<<<< HEAD", '7: "<<<<<<< HEAD" cannot stand here'),
    "open text": ('"""\nhello', '9: the file ends inside a text or before a step; close every text with a line of """'),
    "tags of nothing": ("@amendments", "8: the tags at the end of the file mark nothing; put them above a scenario, or remove them"),
    "misspelt sentence": ("When tiem passes to 1 February 2026", '7: no sentence reads "tiem passes to 1 February 2026"; did you mean: time passes to 1 February 2026'),
    "second feature": ("Feature: Another", '7: "Feature:" cannot stand here; a file has one Feature'),
}  # fmt: skip

# Found by the systems, or by the sentence when it acts: the line that failed, and what is said. None: the last line added.
ACTED: dict[str, tuple[str, str | None, str]] = {
    "no months": ("12 months", "0 months", "a term of 0 months is none"),
    "ages": ("12 months", "9999 months", "a contract begins between 1900 and 2100 and runs for at most 600 months"),
    "no seats": (SEATS, "| 0 |", "0 of 'Platform seat' cannot be sold; a quantity is above 0"),
    "fewer than none": (SEATS, "| -5 |", "-5 of 'Platform seat' cannot be sold; a quantity is above 0"),
    "price below zero": (PRICE, "-10.00 USD |", "a price of -10 for 'Platform seat' is below zero; give a discount instead"),
    "two prices": ("| price per month |\n      | Platform seat | 100      | 10.00 USD       |", "| price | price per month |\n | Platform seat | 100 | 5.00 | 5.00 |", "Platform seat has two prices: price per month and price; leave one of the cells empty"),
    "a price for a time of what is charged once": ("Platform seat", "Training day", "Training day is charged once, so it has no price per month: say a price per time where it is sold"),
    "gateway": (COMPANY, COMPANY + "    And the gateway keeps 500% of every payment\n", "500% is none between 0% and 100%"),
    "new tax": (COMPANY, COMPANY + "    And the tax of 10% becomes 1000% on 1 March 2026\n", "1000% is none between 0% and 100%"),
    "loss": (COMPANY, COMPANY + "    And these expected losses:\n      | days overdue | expected loss |\n      | 30 | 200% |\n", "200% is none between 0% and 100%"),
    "nothing free": (COMPANY, COMPANY + "    And these products are sold:\n      | product | charged | price | unused |\n      | New | per unit, by usage | 1.00 USD each | carried over |\n", "New has no free units to carry over: it is not charged by usage above what is free"),
    "loss of what is not billed": (COMPANY, COMPANY + "    And these expected losses:\n      | of | days overdue | expected loss |\n      | unbilled | 30 | 2% |\n", "what is not billed yet is never overdue: its days overdue are 0"),
    "tax code": ("tax 10%", 'tax code "vat"', "Northwind SaaS has no tax code 'vat'; it has: "),
    "no usual terms": (', billed monthly in advance, net 30, tax 10%:', " on the usual terms:", "Northwind SaaS has no usual terms; say them: contracts are usually signed for 12 months"),
    "nobody's contract": ('When Initech adds 20 "Platform seat" from 16 March 2026', None, "Initech has signed no contract that reached billing; who has: Globex"),
    "time backwards": ("When time passes to 1 December 2025", None, "it is 1 January 2026; time cannot go back to 1 December 2025"),
    "time backwards later": ("When time passes to 1 March 2026\nAnd time passes to 1 February 2026", None, "it is 1 March 2026; time cannot go back to 1 February 2026"),
    "future": ("Then the ledger shows on 31 January 2030:\n| account | debit |\n| Receivables | 1,100.00 |", "Then the ledger", "31 January 2030 has not come yet, it is 1 January 2026; say before: When time passes to 31 January 2030"),
    "silent future": ("Then nothing is posted in March 2026", None, "1 March 2026 has not come yet, it is 1 January 2026"),
    "days backwards": ("Then nothing is posted from 16 March 2026 to 1 March 2026", None, "1 March 2026 comes before 16 March 2026; write the earlier day first"),
    "misspelt invoice": ('When Globex disputes the Januray invoice on 16 March 2026 because "x"', None, "Globex has no Januray invoice; did you mean January invoice?"),
    "invoice that never was": ("When Globex transfers 10.00 USD on 16 March 2026 for the upsell invoice", None, "Globex has no upsell invoice; did you mean"),
    "more than is open": ('When Globex disputes 99,999.00 USD of the March invoice on 16 March 2026 because "x"', None, "99,999.00 USD cannot be disputed: 1,100.00 USD is open of invoice"),
    "another currency": ('When Globex disputes 5.00 EUR of the March invoice on 16 March 2026 because "x"', None, "5.00 EUR is in EUR, invoice NW-"),
    "price in another currency": ('When Globex pays 10.00 EUR per month for "Platform seat" from 16 March 2026', None, "the contract of Globex is in USD; this price is in EUR"),
    "nothing disputed": ("When the dispute of Globex is accepted on 16 March 2026", None, "Globex has disputed nothing"),
    "less than nothing": ("When Globex transfers -10.00 USD on 16 March 2026", None, "-10.00 USD cannot arrive as a payment; an amount has to be above zero"),
    "account": ("When time passes to 1 February 2026\nThen the journal of January 2026 contains:\n| account |\n| Recievables |", "Then the journal", "the chart of accounts has no 'Recievables'; did you mean Receivables?"),
    "months the wrong way round": ("Then the trial balance from March 2026 to January 2026 is:\n| account | closing |\n| Cash | 0.00 |", "Then the trial", "March 2026 comes after January 2026"),
    "line of the close report": ("When finance closes January 2026\nThen the January 2026 close report shows:\n| line | amount |\n| Recievables, opening | 0.00 |", "Then the January", "the close report has no line 'Recievables, opening'; did you mean Receivables, opening?"),
    "nothing expected": ("Then Globex is invoiced:\n| date | net |", "Then Globex", "this table has no rows, so nothing would be checked; add one"),
    "month closed twice": ("When finance closes January 2026\nAnd finance closes January 2026", None, "January 2026 is closed already"),
    "company too late": ('And the company "Northwind SaaS"', None, "the company must be said before the first thing happens; move this line up"),
    "conventions too late": ("And these conventions:\n| question | answer |\n| proration | 30/360 |", "And these", "conventions and masters must be said before the first thing happens; move this line up"),
    "role": ('When sales quotes Globex on 16 March 2026 for 12 months, billed monthly in advance, net 30, tax 10%:\n| product | discount |\n| Platform seat | 90% |\nAnd the "Sails manager" approves the quote for Globex', 'And the "Sails', "does not ask for the Sails manager; it asks for"),
    "nothing was refused": ("When time passes to 1 February 2026\nThen it is refused because \"x\"", None, "nothing was refused: the line before was carried out"),
}  # fmt: skip

# Found when all systems are tied out at the end: what the integration could not carry out.
ENDED = {
    "change of nothing": ('When Globex adds 0 "Platform seat" from 16 March 2026', "a change by 0 'Platform seat' on 16 March 2026 changes nothing in contract C-1"),
    "product not held": ('When Globex adds 20 "Analytics" from 16 March 2026', "contract C-1 holds no recurring 'Analytics' on 16 March 2026"),
    "more than is held": ('When Globex removes 200 "Platform seat" from 16 March 2026', "contract C-1 holds 100 'Platform seat' on 16 March 2026, 200 cannot go"),
    "after the term": ('When Globex adds 1 "Platform seat" from 16 March 2029', "16 March 2029 lies outside the term of contract C-1"),
    "discount of 1000 percent": ("When Globex is granted 1000% off from 16 March 2026", "contract C-1 cannot have 1000% off from 16 March 2026 on; a discount is between 0% and 100%"),
    "price change below zero": ('When Globex pays 10.00 USD per month for "Platform seat" from 1 March 2020', "1 March 2020 lies outside the term"),
    "cancelled twice": ("When Globex cancels on 16 March 2026\nAnd Globex cancels on 17 March 2026", "contract C-1 was cancelled from 16 March 2026 on"),
    "shorter": ("When Globex extends the contract to 16 March 2020", "contract C-1 already runs to 31 December 2026"),
    "accident that never came": ('Given the integration loses the event "refund paid"', 'the integration loses event 1 of type "refund paid"'),
}  # fmt: skip
