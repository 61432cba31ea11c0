// SPDX-License-Identifier: GPL-3.0-or-later
#include <QString>

#include "kit/words.h"
#include "kit/words_context.h"

namespace ow::ui::words {

namespace {

QString text(std::string_view utf8) {
  return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

int number(const base::Error& error, std::string_view fact) {
  return text(error.fact(fact)).toInt();
}

QString ofField(std::string_view field) {
  if (field == "name") return Words::tr("Name");
  if (field == "identifier") return Words::tr("ID number");
  if (field == "phone") return Words::tr("Phone number");
  if (field == "email") return Words::tr("E-mail");
  if (field == "address" || field == "place") return Words::tr("Address");
  if (field == "birth_date") return Words::tr("Date of birth");
  if (field == "subject") return Words::tr("Subject");
  if (field == "service" || field == "service_id") return Words::tr("Service");
  if (field == "party" || field == "party_id") return Words::tr("Citizen");
  if (field == "title") return Words::tr("Title");
  if (field == "description") return Words::tr("Description");
  if (field == "text") return Words::tr("Text");
  if (field == "note") return Words::tr("Note");
  if (field == "former_name") return Words::tr("Former name");
  if (field == "latin_name") return Words::tr("Latin name");
  if (field == "reason") return Words::tr("Reason");
  if (field == "outcome") return Words::tr("Outcome");
  if (field == "passphrase") return Words::tr("Passphrase");
  return {};
}

QString invalidInput(const base::Error& error) {
  const auto rule = error.fact("rule");
  if (rule == "passphrase_weak")
    return Words::tr("That passphrase is too easy to guess. Take at least eight characters that are not all the same.");
  if (rule == "passphrase_same") return Words::tr("That is the passphrase that you were given. Please choose another one.");
  if (rule == "impossible_date") return Words::tr("There is no such day in the calendar. Please check the date.");
  if (rule == "out_of_range") return Words::tr("Dates from 1800 to 2199 can be kept. Please check the date.");
  const QString field = ofField(error.fact("field"));
  if (field.isEmpty())
    return Words::tr("Something in this form cannot be kept as it is. Your text is still here; please check it.");
  if (rule == "required" || rule == "empty") return Words::tr("“%1” is still needed.").arg(field);
  if (rule == "too_long") return Words::tr("“%1” is longer than can be kept. Please shorten it.").arg(field);
  return Words::tr("“%1” cannot be kept as it is. Your text is still here; please check it.").arg(field);
}

QString notAllowed(const base::Error& error) {
  const auto rule = error.fact("rule");
  if (rule == "purpose_needed")
    return Words::tr("There is no open case with this person. Please say for what purpose you look.");
  if (rule == "reason_needed") return Words::tr("This number does not pass its check. Keep it by saying why, or correct it.");
  if (rule == "look_not_logged")
    return Words::tr(
        "A citizen's page opens only when the look can be written to the access log, and this store can only be read. "
        "Lists and search still work.");
  if (rule == "nothing_changed") return Words::tr("Nothing was changed, so nothing was written.");
  if (rule == "not_instant")
    return Words::tr("Only an instant case is finished on the spot. Take its steps one by one; nothing was changed.");
  if (rule == "clerk_disabled") return Words::tr("This clerk does not work here any more. Nothing was changed.");
  if (rule == "sign_in_first" || rule == "lease_over")
    return Words::tr("You have not been in touch with the centre for too long. Please unlock once while the line is up.");
  if (rule == "erased") return Words::tr("What this was about is not here any more. Nothing was changed.");
  if (rule == "too_many")
    return Words::tr("The centre was asked often enough for now. Please wait %1 and try again.")
        .arg(howLong(std::chrono::seconds(number(error, "seconds"))));
  if (rule == "grant") return Words::tr("That search was too long ago. Please ask the centre once more.");
  if (rule == "candidate") return Words::tr("This person is not there any more. Please ask the centre once more.");
  if (rule == "unknown_author")
    return Words::tr("The centre does not know you as working here. Please tell your administrator.");
  if (rule == "not_your_right") return Words::tr("Your role does not allow this.");
  if (rule == "supervisor_only") return Words::tr("That is for supervisors.");
  if (rule == "own_rating") return Words::tr("It is about your own service: somebody else looks after it.");
  if (rule == "same_person") return Words::tr("An appeal is decided by somebody else than who found that it is one.");
  if (rule == "not_assigned") return Words::tr("This is somebody else's work.");
  if (rule == "not_ended") return Words::tr("The case has not ended yet; a visit can be rated at once.");
  if (rule == "too_late") return Words::tr("The time in which this could be rated is over.");
  if (rule == "not_a_kiosk")
    return Words::tr("This desk is no kiosk. A supervisor can make it one in the settings, while sitting at it.");
  if (rule == "document") return Words::tr("The case's present state knows no such document. Nothing was changed.");
  if (rule == "transition") return Words::tr("This step cannot follow the case's present state. Nothing was changed.");
  return Words::tr("The rules do not allow this now. Nothing was changed.");
}

QString conflict(const base::Error& error) {
  const auto state = base::fromCode<domain::CaseState>(error.fact("state"));
  if (state)
    return Words::tr("Somebody moved this case meanwhile: it is now “%1”. Nothing of yours was written; please look again.")
        .arg(of(*state));
  return Words::tr("Somebody changed this meanwhile. Nothing of yours was written; please look again.");
}

QString tooLarge(const base::Error& error) {
  const int limit = number(error, "limit");
  if (limit <= 0) return Words::tr("This is larger than can be kept. Your text is still here; please shorten it.");
  if (error.fact("unit") == "bytes")
    return Words::tr("At most %n byte(s) can be kept here. Please shorten it.", nullptr, limit);
  return Words::tr("At most %n character(s) can be kept here. Please shorten it.", nullptr, limit);
}

QString wrongKey(const base::Error& error) {
  const int left = number(error, "left");
  if (left <= 0) return Words::tr("That passphrase does not open this store. Please try again.");
  return Words::tr("That passphrase does not open this store. %n more try(ies) before a pause.", nullptr, left);
}

QString lockedOut(const base::Error& error) {
  const std::chrono::seconds wait(number(error, "seconds"));
  return Words::tr("Too many wrong passphrases. Please wait %1 and try again; nothing is lost.").arg(howLong(wait));
}

}  // namespace

QString sentence(const base::Error& error) {
  using enum base::ErrorKind;
  switch (error.kind) {
    case invalidInput:
      return words::invalidInput(error);
    case notFound:
      return Words::tr("This is not in the store any more. Search for it again.");
    case notAllowed:
      return words::notAllowed(error);
    case conflict:
      return words::conflict(error);
    case duplicate:
      if (error.fact("entity") == "rating") return Words::tr("This visit has been rated already.");
      return Words::tr("This is registered already. Nothing was written twice.");
    case tooLarge:
      return words::tooLarge(error);
    case unsupportedFormat:
      return Words::tr("This file's format cannot be read. Nothing was taken from it.");
    case storeTooOld:
      return Words::tr(
          "The store is from an older version than this program can bring up to date. Nothing was changed; ask your "
          "administrator to update it step by step.");
    case storeTooNew:
      return Words::tr(
          "The store was written by a newer version of OneWindow. Nothing was changed; ask your administrator to update "
          "the program.");
    case storeInUse:
      return Words::tr(
          "Another program has this store open. Close the other window, or wait until its work is done, and try again.");
    case storeReadOnly:
      return Words::tr(
          "The store can be read but not written. Nothing was changed; ask your administrator about the disk's rights.");
    case storeDamaged:
      return Words::tr(
          "The store is damaged, and nothing in it was touched. Ask your administrator to restore the latest backup.");
    case storeMissing:
      return Words::tr(
          "There is no store at this place yet. Ask your administrator to set it up, or start with the right file.");
    case keysMissing:
      return Words::tr(
          "The store is there, but the key ring beside it is missing. Nothing was touched; ask your administrator to put the "
          "key ring back.");
    case keysForeign:
      return Words::tr(
          "The key ring beside this store belongs to another store. Nothing was touched; ask your administrator to put the "
          "right key ring back.");
    case wrongKey:
      return words::wrongKey(error);
    case lockedOut:
      return words::lockedOut(error);
    case diskFull:
      return Words::tr("The disk is full, so nothing was written. Your text is still here; make room and save again.");
    case ioFailure:
      return Words::tr(
          "The disk did not answer as it should, so nothing was written. Your text is still here; please try again.");
    case outcomeUnknown:
      return Words::tr(
          "The disk failed just while this was being saved, so it may be saved or not. Please look again before you repeat it; "
          "your text is still here.");
    case cancelled:
      return Words::tr("This was stopped before it was done. Nothing was changed.");
    case centreAway:
      return Words::tr("The centre does not answer. Your work is saved here and is sent as soon as the line is back.");
    case centreRefused:
      return Words::tr("The centre does not accept this desk now. Your work is saved here; please tell your administrator.");
    case centreTooOld:
      return Words::tr("The centre is older than this program. Your work is saved here; please tell your administrator.");
    case centreTooNew:
      return Words::tr(
          "The centre is newer than this program understands. Your work is saved here; please have this program updated.");
    case internal:
      return Words::tr(
          "Something went wrong inside OneWindow. What was saved is safe; please tell your administrator what you did.");
  }
  return {};
}

QString ofWhy(const std::string& why) {
  if (why == "wrong_state") return Words::tr("Not possible in the case's present state");
  if (why == "not_owner") return Words::tr("Another clerk owns this case; take it first");
  if (why == "read_only") return Words::tr("The store can be read but not written now");
  if (why == "not_supervisor") return Words::tr("A supervisor can do this");
  return why.empty() ? QString() : Words::tr("Not possible now");
}

QString ofWarning(const std::string& warning) {
  if (warning == "empty") return Words::tr("Nothing is typed yet.");
  if (warning == "too_long") return Words::tr("This is longer than such a number can be.");
  if (warning == "hidden_characters") return Words::tr("Invisible characters were left out.");
  if (warning == "not_ascii") return Words::tr("Some letters or digits are from another script.");
  if (warning == "impossible_date") return Words::tr("The date in this number does not exist.");
  if (warning == "future_birth") return Words::tr("The birth date in this number lies in the future.");
  if (warning == "age_over_120") return Words::tr("By this number the person is over 120 years old.");
  if (warning == "unknown_area") return Words::tr("The area code in this number is not known.");
  if (warning == "legacy_15") return Words::tr("An old 15-digit number: it has no check digit.");
  if (warning == "is_residence_permit")
    return Words::tr("This is the number of a Hong Kong, Macau or Taiwan residence permit.");
  if (warning == "old_form") return Words::tr("This form is no longer issued.");
  if (warning == "unknown_prefix") return Words::tr("Numbers of this kind do not usually start this way.");
  if (warning == "unknown_register") return Words::tr("No registration authority uses this beginning.");
  if (warning == "inner_check") return Words::tr("The organisation code inside does not pass its own check.");
  if (warning == "generic_number") return Words::tr("This number stands for the public at large, not for one party.");
  if (warning == "never_issued") return Words::tr("This number was never issued to anybody.");
  return Words::tr("Please compare this number with the paper.");
}

}  // namespace ow::ui::words
