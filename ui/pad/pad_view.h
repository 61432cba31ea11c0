// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "desk/rating_pad.h"
#include "kit/language.h"

// What the citizen's screen shows, as one value, and what a touch or the time makes of it. No widget, no clock of its own: a
// touch that does not belong to the screen in front changes nothing.
namespace ow::ui {

// A line of the mirror in which citizens check their data: masked as the clerk's page shows it.
struct PadRow {
  QString label, value;
  bool operator==(const PadRow&) const = default;
};

struct PadView {
  enum class Screen {
    greeting,  // nobody is asked anything
    check,     // are these your data?
    question,  // how satisfied?
    reasons,   // of the level that was chosen
    keeping,   // the answer is on its way to the disk
    thanks,    // it is there
    notKept,   // it is not: the clerk must be told
    noted,     // what the citizen said about the data was told to the clerk
    looking,   // of a kiosk: the code is looked up
    refused,   // of a kiosk: why the code is not taken
  };
  // Why not, as a citizen needs to know it.
  enum class Refusal { mistyped, foreign, notYet, notEnded, late, used, wait, clerkHere, closed };
  Screen screen = Screen::greeting;
  Language language = Language::simplifiedChinese;  // never `system`
  QString title;                                    // what was done
  std::vector<PadRow> rows;
  QString code;                                  // of a kiosk, as far as it was typed on the greeting
  Refusal refusal = Refusal::mistyped;           // of `refused`
  int waitSeconds = 0;                           // of `wait`
  bool isByReceipt = false;                      // the question is not about today
  int level = 0;                                 // 0: none yet, and none is ever filled in
  std::vector<domain::RatingReason> offered;     // at that level
  std::vector<std::string> chosen;               // codes, in the order of the touches
  base::Instant asked{};                         // since when the question stands there
  base::Instant touched{};                       // the last sign of a person, or the beginning of the screen
  std::optional<std::chrono::seconds> patience;  // how long the screen waits for the next; nothing: it stays

  bool isChosen(const std::string& code) const;
  // A rating is being asked for: another one must wait.
  bool isRating() const;
};

// What the world outside has to do after a touch.
struct PadTurn {
  enum class Word { nothing, dataCorrect, dataWrong };
  PadView view;
  std::optional<desk::RatingAnswer> answer;  // to be sealed: the view waits in `keeping`
  Word word = Word::nothing;                 // to be told to the clerk
};

namespace pad {

using std::chrono::seconds;
constexpr seconds kThanks{3};
constexpr seconds kTrouble{20};
constexpr seconds kCheck{120};  // long lines take their time

PadView greeting(const PadView& before, Language language);
PadView check(const PadView& before, std::vector<PadRow> rows, base::Instant now);
PadView question(const PadView& before, const QString& title, seconds patience, base::Instant now);

// Touches.
PadView touched(PadView view, base::Instant now);
PadView spoken(PadView view, Language language, base::Instant now);
PadTurn checked(const PadView& view, PadTurn::Word word, base::Instant now);
PadTurn levelChosen(const PadView& view, int level, const domain::RatingCatalogue& catalogue, base::Instant now);
PadView reasonTouched(PadView view, const std::string& code, base::Instant now);
PadView back(PadView view, base::Instant now);  // a finger slipped: the question again
PadTurn submitted(const PadView& view, base::Instant now);
PadTurn skipped(const PadView& view, base::Instant now);   // the level, without reasons
PadView declined(const PadView& view, Language language);  // no answer, which is one's right

// The answer came to the disk, or did not.
PadView kept(const PadView& view, base::Instant now);
PadView notKept(const PadView& view, base::Instant now);

// Nobody touched it for as long as the screen waits. In the question that is no rating; among the reasons the level was chosen
// by a person and counts.
PadTurn passed(const PadView& view, Language language, base::Instant now);
// The clerk locks, leaves or takes the screen away: as if the patience had ended, so that nobody can take an answer back.
PadTurn broken(const PadView& view, Language language, base::Instant now);

}  // namespace pad

}  // namespace ow::ui
