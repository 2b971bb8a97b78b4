/**
 * Words that people who write to a help desk use for about the same thing, a group a line. Who has a problem calls it by what
 * they see; who wrote the article, by what it is. It is English in general and of no product: what is special to one, an
 * editor adds as a synonym. The groups overlap on purpose, so a word stands in several and nothing follows from two of them.
 */
export const EVERYDAY: readonly (readonly string[])[] = `
sign in, log in, login, log on
sign out, log out, logout, log off
sign up, register, create account, join
account, profile, user
password, passcode, credentials
two factor, two step, 2fa, mfa, authenticator, 2 step
locked out, cannot log in, cannot sign in, no access
recover, restore, retrieve, get back, regain
verify, confirm, validate, verification
delete, remove, erase, wipe, clear, get rid of
delete, close, shut down
cancel, stop, end, terminate, unsubscribe
change, edit, modify, update, alter, adjust
create, add, make, set up, new
rename, change name
replace, exchange, swap, substitute, spare, replacement
return, send back
refund, money back, reimburse, reimbursement
buy, purchase, order
pay, payment, billing, charge
bill, invoice, receipt
price, cost, fee, pricing
discount, coupon, voucher, promotion
tax, vat
plan, subscription, membership
renew, renewal, extend, prolong
free, trial, without paying
parcel, package, shipment, delivery
ship, shipping, deliver, delivery, post, courier
arrive, receive, deliver, come
lost, missing, disappeared, gone, vanished, not received
late, delayed, delay, waiting
broken, damaged, defective, faulty, not working
guarantee, warranty
part, component, piece, spare part
box, package, packaging
mail, email, message
spam, junk
newsletter, mailing
phone, smartphone, mobile, cell phone, android, iphone
computer, pc, laptop, mac, desktop
screen, display, monitor, lcd
picture, image, photo, camera
sound, audio, speaker
text, letters, characters, font
garbled, unreadable, corrupted, gibberish
program, app, application, software
program, code, script, source
chip, processor, microcontroller
wire, cable, cord, lead
plug, connector, jack, socket
button, key, switch
light, led, lamp
freeze, hang, stuck, unresponsive, not responding, stops responding
crash, quit unexpectedly, closes by itself
fail, failure, unsuccessful, not pass
problem, issue, trouble, error
wrong, incorrect, invalid, mistaken
slow, lag, takes long
start, launch, open, boot, run
close, quit, exit, shut down
turn off, switch off, disable, deactivate, power off
turn on, switch on, enable, activate, power on
install, set up, setup
update, upgrade, newer version
connect, link, pair, attach
connection, internet, network, wifi, wireless
offline, disconnected, went down, connection lost, no internet
in use, busy, occupied, blocked
block, stop, prevent
allow, permit, permission, access
allowed, permission, role, right
owner, admin, administrator, manager
team, group, organization, workspace
member, user, person, people
kick out, remove, expel, ban
invite, add, share
student, pupil, learner
teacher, educator, instructor
school, class, classroom, education
exam, test, quiz
again, retake, repeat, retry
share, publish, show, post
website, site, page, web
save, store, keep, backup
memory, storage, disk
big, large, size, huge
small, little, tiny, compact
smaller, reduce, shrink, decrease
larger, increase, grow, more
battery, power, energy, electricity
hot, warm, temperature, heat, overheat
measure, read, reading, value
accurate, precise, exact, correct
motion, movement, moving
detect, sense, sensor, detector
react, respond, answer
touch, tap, press, click
age, old, minor, child, kid
country, region, location
company, business, organization
language, translation, translate
find, search, locate, look for
help, support, assistance, contact
complain, feedback, report
fake, counterfeit, copy, clone, genuine
document, file, folder
upload, send, transfer
download, get, save
print, printer, printing
reset, factory settings, restore, start over
license, licence, serial number, activation
privacy, personal data, gdpr
safe, secure, security
compatible, works with, supported, support
`
  .trim()
  .split("\n")
  .map((group) => group.split(", "));
