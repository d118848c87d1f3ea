"""The accounts and posting rules of the companies that the tests of the ledger keep books for."""

ACCOUNTS = """
Cash|asset|cash
Gateway clearing|asset|gateway clearing
Receivables|asset|receivables
Unbilled receivable|asset|unbilled receivable
Contract asset|asset|contract asset
Receivables held off|asset|held off
Contract liability held off|liability|held off
Loss allowance|asset|allowance
Contract liability|liability|contract liability
Sales tax payable|liability|tax
Unapplied cash|liability|unapplied cash
Exchange clearing|asset|exchange clearing
Customer credits|liability|customer credits
Refund payable|liability|refund payable
Refund liability|liability|refund liability
Revenue|income|revenue
Credit loss expense|expense|credit loss
Contract costs|asset|other
Inventory|asset|other
Interest expense|expense|other
Interest income|income|other
Right to recover goods|asset|other
Payables|liability|other
Noncash consideration|asset|other
Provisions|liability|other
Provisions expense|expense|other
Onerous contracts expense|expense|other
Sales taxes borne|expense|other
Cost of sales|expense|other
Amortization|expense|other
Impairment|expense|other
Acquisition|expense|other
Bank and gateway fees|expense|fees
"""
RULES = """
invoice posted|deferred|Receivables|Contract liability
invoice posted|unbilled|Receivables|Unbilled receivable
invoice posted|tax|Receivables|Sales tax payable
credit memo posted|deferred|Contract liability|Receivables
credit memo posted|unbilled|Unbilled receivable|Receivables
credit memo posted|earned|Revenue|Receivables
credit memo posted|reserved|Refund liability|Receivables
credit memo posted|tax|Sales tax payable|Receivables
credit memo posted|held|Receivables|Customer credits
customer credit used|used|Customer credits|Receivables
payment applied|applied by card|Gateway clearing|Receivables
payment applied|applied by bank transfer|Cash|Receivables
payment applied|unapplied by card|Gateway clearing|Unapplied cash
payment applied|unapplied by bank transfer|Cash|Unapplied cash
cash exchanged|given|Unapplied cash|Exchange clearing
cash exchanged|taken|Exchange clearing|Unapplied cash
cash exchanged|taken back|Exchange clearing|Unapplied cash
payment applied|from unapplied|Unapplied cash|Receivables
dispute opened|reserved|Revenue|Refund liability
dispute resolved|released|Refund liability|Revenue
refund approved|from customer credit|Customer credits|Refund payable
refund approved|from unapplied cash|Unapplied cash|Refund payable
refund paid|paid|Refund payable|Gateway clearing
invoice written off|allowance|Loss allowance|Receivables
invoice written off|direct|Credit loss expense|Receivables
invoice written off|tax relief|Sales tax payable|Receivables
recovery received|recovered by card|Gateway clearing|Credit loss expense
recovery received|recovered by bank transfer|Cash|Credit loss expense
recovery received|tax by card|Gateway clearing|Sales tax payable
recovery received|tax by bank transfer|Cash|Sales tax payable
payout sent|net|Cash|Gateway clearing
payout sent|fee|Bank and gateway fees|Gateway clearing
revenue posted|released|Contract liability|Revenue
revenue posted|accrued|Unbilled receivable|Revenue
revenue posted|conditional|Contract asset|Revenue
invoice posted|conditional|Receivables|Contract asset
credit memo posted|conditional|Contract asset|Receivables
advance held off|held off|Contract liability held off|Receivables held off
revenue posted|expected refunds|Revenue|Refund liability
revenue posted|passed on|Revenue|Payables
credit memo posted|expected|Refund liability|Receivables
contract cost incurred|capitalized|Contract costs|Payables
contract cost incurred|expensed|Acquisition|Payables
contract cost amortized|amortized|Amortization|Contract costs
contract cost impaired|impaired|Impairment|Contract costs
contract cost impaired|written off|Impairment|Contract costs
goods transferred|sold|Cost of sales|Inventory
goods transferred|expected back|Right to recover goods|Inventory
interest accrued|expense|Interest expense|Contract liability
interest accrued|expense unbilled|Interest expense|Unbilled receivable
interest accrued|expense conditional|Interest expense|Contract asset
interest accrued|income|Contract liability|Interest income
interest accrued|income unbilled|Unbilled receivable|Interest income
interest accrued|income conditional|Contract asset|Interest income
price paid out|paid|Contract liability|Payables
price paid out|paid unbilled|Unbilled receivable|Payables
price paid out|paid conditional|Contract asset|Payables
contract left unpaid|lost|Credit loss expense|Contract liability
contract left unpaid|lost unbilled|Credit loss expense|Unbilled receivable
contract left unpaid|lost conditional|Credit loss expense|Contract asset
contract left unpaid|provided|Loss allowance|Contract liability
contract left unpaid|provided unbilled|Loss allowance|Unbilled receivable
contract left unpaid|provided conditional|Loss allowance|Contract asset
noncash consideration received|received|Noncash consideration|Contract liability
noncash consideration received|received unbilled|Noncash consideration|Unbilled receivable
noncash consideration received|received conditional|Noncash consideration|Contract asset
sales tax borne|borne|Sales taxes borne|Contract liability
sales tax borne|borne unbilled|Sales taxes borne|Unbilled receivable
sales tax borne|borne conditional|Sales taxes borne|Contract asset
provision made|provided|Provisions expense|Provisions
provision made|onerous|Onerous contracts expense|Provisions
provision used|used|Provisions|Payables
goods returned|returned|Inventory|Right to recover goods
allowance adjusted|provided|Credit loss expense|Loss allowance
"""
