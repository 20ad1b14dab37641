/** Groups of English words that mean nearly the same when somebody asks for something; a line is a group, hyphens stand for spaces. */
export const everydayEnglish = `
add top-up topup load fund refill recharge
pay paid payment payments paying pays
buy bought purchase purchased buying shopping shop purchases order ordered
get receive received obtain acquire got gotten receiving getting
send sent transfer transferred wire forward sending transferring
money cash funds dough
fee fees charge charged charges cost costs costing surcharge price pricing priced
cheap inexpensive affordable low
expensive pricey costly high
refund refunded reimburse reimbursed reimbursement money-back
cancel cancelled canceled stop revert undo terminate abort void reverse
delete remove close deactivate erase disable shut
create make open start begin set establish setup
change modify edit update alter switch adjust amend updated changed replace
wrong incorrect mistaken error mistake inaccurate erroneous strange weird odd
fail failed failing declined decline rejected reject denied refuse refused refusing unsuccessful
work works working function functional functioning
broken broke damaged faulty malfunctioning busted defective
lost lose missing misplaced disappeared gone vanished
stole stolen theft robbed thief fraud fraudulent hacked compromised scam
find locate search look discover
want wish like need desire require
help assist assistance support aid
tell inform say explain let-know describe
show display see view check look
why reason cause
wait waiting pending delay delayed hold
long late slow forever
fast quick quickly soon rapid speedy asap immediately urgent urgently instantly instant hurry
arrive arrived come came coming delivered delivery deliver reach show-up
when date day
track tracking follow status progress
card cards visa mastercard
account accounts profile
bank banks
atm cashpoint machine
withdraw withdrawal withdrawn withdrew withdrawing
deposit deposited deposits
balance total amount
pin passcode password code
verify verification verifying identity identification confirm prove proof authenticate
country countries nation abroad overseas foreign international internationally europe eu
currency currencies dollar dollars euro euros pound pounds gbp usd
exchange convert conversion rate rates
phone mobile cell telephone smartphone
app application website site
limit limits maximum max cap restriction restricted
minimum least lowest
eligible qualify allowed able permitted
child children kid kids son daughter
age old young years
extra additional another second more
virtual disposable digital online
physical real actual plastic
twice double duplicate duplicated two repeated
recognize recognise unknown unfamiliar unrecognized
merchant store shop seller vendor retailer
flight plane airplane airline fly
car vehicle auto automobile
hotel room lodging stay inn
travel trip vacation journey holiday
restaurant diner eatery place
food meal dish eat dinner lunch breakfast
recipe cook bake prepare ingredients
reservation reserve book booking reserved
weather rain temperature forecast snow sunny
music song songs tune play
timer alarm remind reminder
calendar schedule meeting appointment event agenda
list todo task tasks
translate translation language speak spanish french
definition define meaning mean means
spell spelling
calculate math sum multiply divide percent
time clock hour hours minute minutes
location where gps position
distance far near close nearby
direction directions route way navigate
traffic jam
joke funny laugh
name named call called
hello hi hey greetings
goodbye bye later farewell
thanks thank appreciate grateful
yes yeah yep sure right true affirmative correct
no nope nah negative not false
maybe perhaps possibly unsure
repeat again
loud volume louder
quiet silent softer whisper
bill bills invoice statement
credit score rating
tax taxes w2 irs
salary income wage paycheck paid payday
insurance insured coverage policy
loan mortgage debt interest
spend spending spent expenses transactions transaction
report reported notify
apply application applying
oil tire tires gas fuel mpg
jump battery dead
vaccine shots vaccines vaccination
calories nutrition nutritional fat protein
substitute replacement instead alternative swap
pto vacation off leave
work job company employer boss
sync connect link pair connected
activate activation enable unlock
freeze block frozen blocked lock suspend hold
unhappy dissatisfied disappointed upset angry
good great nice excellent
bad terrible awful poor horrible
free complimentary gratis
new fresh recent latest
last final previous recent
next upcoming following
how-much how-many
possible can could able
light lamp lights
luggage baggage bag suitcase lost
person somebody someone people human anyone agent representative operator
friend friends buddy pal mate
family parents mother father mom dad brother sister
wife husband spouse partner girlfriend boyfriend
doctor hospital clinic medical medicine pill pills
hurt pain ache sick ill injury
house home apartment flat
door window wall floor roof
city town village
water drink beverage coffee tea juice
tv television movie film show video
book read novel
picture photo image photos pictures
email mail message text sms letter
internet wifi network online web
computer laptop pc tablet
password login log-in sign-in username passcode
clean wash rinse wipe
big large huge
small tiny little
hot warm heat heating
cold cool chilly
start begin launch
finish end complete done over
keep retain save store
give offer provide supply
take bring carry fetch
go visit head leave
stay remain
think believe guess feel
know aware understand understood
remember recall memory
forget forgot forgotten
ask question inquire query wonder
answer reply respond response
talk speak chat converse conversation
meet meeting
use using utilize usage
try attempt tried
fix repair mend resolve solve fixed
check confirm verify inspect examine
choose pick select option
compare difference versus different
recommend suggest advice suggestion recommendation
prefer favorite favourite
allow permit let
avoid prevent skip
increase raise up higher boost
decrease reduce lower down drop
size weight height length
color colour
number digits amount quantity
first second third
today tonight now currently
yesterday ago
tomorrow
week weekly weekend
month monthly
year annual yearly
monday tuesday wednesday thursday friday saturday sunday
january february march april may june july august september october november december
morning afternoon evening night noon
always every daily regularly often
never
sometimes occasionally
all everything whole entire
none nothing
many much lots plenty several
few some bit
error problem issue trouble glitch bug
safe secure security safety protect
danger dangerous risk
old ancient used
date expiration expire expires expiry expired
address street zip
contact reach
complain complaint complaints
sale discount coupon promo promotion deal
gift present
points rewards reward bonus cashback
subscribe subscription membership member
ticket tickets pass
passport visa license licence permit id
police emergency
school college university class
exam test quiz
animal dog cat pet
birthday anniversary
game games sport sports football
news story stories
coin flip dice roll
random
shirt clothes shoes dress
return returned returns exchange
ship shipping shipped shipment mailed
package parcel box
link linked attach attached connection
source origin
salary deposited
`;
