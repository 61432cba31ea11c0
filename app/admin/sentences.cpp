// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>

#include <boost/json.hpp>

#include "command.h"

namespace ow::admin {

using base::ErrorKind;

namespace {

// What a fact makes plainer than its kind alone.
struct Plainer {
  ErrorKind kind;
  const char* fact;
  const char* value;
  const char* sentence;
};
constexpr std::array kPlainer{
    Plainer{ErrorKind::duplicate, "entity", "demo", "A demo hall was written into this store before; a store takes one."},
    Plainer{ErrorKind::notAllowed, "rule", "demo_unfinished",
            "A demo hall was begun here and cut short. Finish it with the options of then, or make a new store."},
    Plainer{ErrorKind::notAllowed, "rule", "undo_newer_first",
            "A newer import wrote to cases of this one. Take that one back first (imports undo ID); nothing was changed."},
    Plainer{ErrorKind::notAllowed, "rule", "import_undone", "This import was taken back before; there is nothing left of it."},
    Plainer{ErrorKind::notAllowed, "rule", "file_permission", "You may not read or write this file or folder."},
    Plainer{ErrorKind::notAllowed, "rule", "read_only_disk", "That disk can only be read."},
    Plainer{ErrorKind::notAllowed, "rule", "not_a_kiosk",
            "No receipt is redeemed at this desk until a supervisor makes it a kiosk: ratings kiosk on --as LOGIN."},
    Plainer{ErrorKind::notAllowed, "rule", "not_ended", "The case has not ended yet; its receipt is good from then on."},
    Plainer{ErrorKind::notAllowed, "rule", "too_late", "The time in which this could be rated is over."},
    Plainer{ErrorKind::notFound, "entity", "receipt",
            "The code is one of ours, and what it is about is not known at this desk yet. Try again after the next sync."},
    Plainer{ErrorKind::notFound, "entity", "case", "No case has this number here."},
    Plainer{ErrorKind::duplicate, "entity", "rating", "It has been rated already."},
    Plainer{ErrorKind::invalidInput, "rule", "check_letter", "The code was not typed as it is printed."},
    Plainer{ErrorKind::invalidInput, "rule", "other_key", "The code was not made in this jurisdiction."},
    Plainer{ErrorKind::notAllowed, "rule", "supervisor_only", "That is a supervisor's; nothing was changed."},
    Plainer{ErrorKind::invalidInput, "rule", "not_over", "The period is not over yet; nothing was signed."},
    Plainer{ErrorKind::invalidInput, "rule", "whole_months",
            "Other halls publish whole months; ask for a month, quarter or year."},
    Plainer{ErrorKind::invalidInput, "rule", "wrong_side",
            "The target is on the wrong side of the floor; nothing was changed."},
    Plainer{
        ErrorKind::invalidInput, "rule", "not_of_scope",
        "Several halls are taken apart by hall or month; one hall by service, department, window, channel, clerk or division."},
    Plainer{ErrorKind::notFound, "entity", "published_scorecard",
            "No hall of that area has published figures of the period to this desk."},
    Plainer{ErrorKind::notFound, "entity", "ticket", "No number of today is called that; tickets list names them all."},
    Plainer{ErrorKind::notAllowed, "rule", "called_often",
            "The number was called three times. Nobody came: tickets no-show, then call the next."},
    Plainer{ErrorKind::notAllowed, "rule", "call_again_first", "A number is a no-show after three calls; call it again."},
    Plainer{ErrorKind::notAllowed, "rule", "other_window", "Another window has that number; nothing was changed."},
    Plainer{ErrorKind::invalidInput, "rule", "letter", "A queue is a letter, A to Z."},
    Plainer{ErrorKind::notAllowed, "rule", "round_closed", "The survey round takes no answers any more."},
    Plainer{ErrorKind::notFound, "entity", "survey_round", "There is no such survey round; surveys list names them all."},
    Plainer{ErrorKind::notFound, "entity", "questionnaire", "There is no such questionnaire."},
    Plainer{ErrorKind::notFound, "entity", "folder", "There is no such folder."},
    Plainer{ErrorKind::notFound, "entity", "file", "There is no such file."},
    Plainer{ErrorKind::notFound, "entity", "onewindow-paper",
            "Pages are drawn by onewindow-paper, which comes with the front office; it is not beside this program."},
    Plainer{ErrorKind::notFound, "entity", "staff", "No clerk has this login or name."},
    Plainer{ErrorKind::notFound, "entity", "service", "No service has this code or name."},
    Plainer{ErrorKind::notFound, "entity", "import", "There is no such import; imports list names them all."},
    Plainer{ErrorKind::duplicate, "entity", "file", "Something of that name is there already, and was left as it is."},
    Plainer{ErrorKind::duplicate, "entity", "login", "A login that differs by upper and lower case alone is there already."},
    Plainer{
        ErrorKind::duplicate, "entity", "office",
        "This person holds another office. Whoever administrates holds one office for good; give the other one another login."},
    Plainer{ErrorKind::notAllowed, "rule", "passphrase_initial",
            "This is the passphrase that the administrator gave; name the one that replaces it with --new-passphrase-file."},
    Plainer{ErrorKind::invalidInput, "rule", "passphrase_same",
            "The new passphrase is the one that the administrator gave; nothing was changed."},
    Plainer{ErrorKind::centreRefused, "rule", "login", "The centre does not know this login with that passphrase."},
    Plainer{ErrorKind::centreRefused, "rule", "not_your_hall", "This person is not on the staff of the desk's hall."},
    Plainer{ErrorKind::centreRefused, "rule", "no_store_key",
            "The desk has not handed its key to the centre yet: run sync --once on it first."},
    Plainer{ErrorKind::tooLarge, "limit", "file_size", "The file would be larger than this disk or account allows."},
    Plainer{ErrorKind::unsupportedFormat, "holds", "services",
            "The file is a list of services, not a list of requests; nothing was taken."},
    Plainer{ErrorKind::unsupportedFormat, "holds", "tokens",
            "The file is an answer with tokens, not a list of requests; nothing was taken."},
    Plainer{ErrorKind::invalidInput, "rule", "unknown_division",
            "No division of GB/T 2260 (as of 2023) has this code; nothing was made."},
    Plainer{ErrorKind::invalidInput, "rule", "several_of_that_name", "Several clerks have this name; use the login."},
    Plainer{ErrorKind::invalidInput, "rule", "passphrase_weak",
            "A passphrase has eight characters or more, not all the same; nothing was changed."},
    Plainer{ErrorKind::invalidInput, "rule", "one_line", "A passphrase is one line; nothing was changed."},
    Plainer{ErrorKind::invalidInput, "rule", "outer_blanks",
            "The passphrase begins or ends with a blank that nobody would see; nothing was changed."},
    Plainer{ErrorKind::invalidInput, "rule", "unsupported", "This program cannot do that yet; nothing was written."},
    Plainer{ErrorKind::invalidInput, "rule", "one_file", "One file at a time: --xlsx or --csv; nothing was written."},
    Plainer{ErrorKind::invalidInput, "rule", "not_with_file",
            "A file holds the whole scorecard and is not taken apart; nothing was written."},
    Plainer{ErrorKind::invalidInput, "rule", "missing_column", "The file has no column for what every row needs."},
};

const char* sentenceOf(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::invalidInput:
      return "Something given cannot be taken as it is; nothing was changed.";
    case ErrorKind::notFound:
      return "It is not there.";
    case ErrorKind::notAllowed:
      return "A rule forbids it; nothing was changed.";
    case ErrorKind::conflict:
      return "Somebody changed it first; nothing was changed.";
    case ErrorKind::duplicate:
      return "It is there already, and was left as it is.";
    case ErrorKind::tooLarge:
      return "It is larger than can be taken.";
    case ErrorKind::unsupportedFormat:
      return "The file cannot be read in this form.";
    case ErrorKind::storeTooOld:
      return "The store is older than this program can bring up to date. Use a version between.";
    case ErrorKind::storeTooNew:
      return "The store was written by a newer version. Update this program; the store was not touched.";
    case ErrorKind::storeInUse:
      return "Another program is writing this store. Close it, then try again.";
    case ErrorKind::storeReadOnly:
      return "The store can only be read here (its disk or folder is read-only); nothing was written.";
    case ErrorKind::storeDamaged:
      return "The store is damaged. Keep the file, and restore the last backup.";
    case ErrorKind::storeMissing:
      return "There is no store at that place.";
    case ErrorKind::keysMissing:
      return "The store is there, but the key ring beside it (FILE.keys) is not. Put it back from where the store came from, "
             "or "
             "restore the last backup.";
    case ErrorKind::keysForeign:
      return "The key ring beside the store belongs to another store (or the store's file was overwritten at its start). Put "
             "the ring back that was made with it; nothing was touched.";
    case ErrorKind::wrongKey:
      return "The key does not open this store.";
    case ErrorKind::lockedOut:
      return "Too many wrong tries; wait.";
    case ErrorKind::diskFull:
      return "The disk is full. What was saved before is safe; make room, then try again.";
    case ErrorKind::ioFailure:
      return "The disk did not answer as it should.";
    case ErrorKind::outcomeUnknown:
      return "The disk failed while the last write was made durable; it may be there or not. Look before you repeat it.";
    case ErrorKind::cancelled:
      return "Cancelled. What was committed before stays.";
    case ErrorKind::centreAway:
      return "The centre does not answer. What was done here stays; it is sent when the centre is back.";
    case ErrorKind::centreRefused:
      return "The centre does not accept this; nothing was sent.";
    case ErrorKind::centreTooOld:
      return "The centre is older than this program speaks. Upgrade it with: onewindow-admin centre upgrade";
    case ErrorKind::centreTooNew:
      return "The centre is newer than this program understands. Update this program; nothing was changed.";
    case ErrorKind::internal:
      return "A promise of this program was broken; please report it.";
  }
  return "";
}

}  // namespace

std::string sentence(const base::Error& error) {
  std::string text = sentenceOf(error.kind);
  for (const Plainer& plainer : kPlainer)
    if (plainer.kind == error.kind && error.fact(plainer.fact) == plainer.value) text = plainer.sentence;
  // Facts hold no personal data; they say which field, line or limit it was.
  std::string facts;
  for (const base::Fact& fact : error.facts) facts += (facts.empty() ? "" : ", ") + fact.name + " " + fact.value;
  return facts.empty() ? text : text + " (" + facts + ")";
}

boost::json::object errorDocument(const base::Error& error) {
  boost::json::object facts;
  for (const base::Fact& fact : error.facts) facts[fact.name] = fact.value;
  return {{"kind", base::code(error.kind)}, {"facts", std::move(facts)}, {"message", sentence(error)}};
}

}  // namespace ow::admin
