// SPDX-License-Identifier: GPL-3.0-or-later
#include "pad/pad_view.h"

#include <algorithm>
#include <utility>

namespace ow::ui {

using Screen = PadView::Screen;

bool PadView::isChosen(const std::string& code) const {
  return std::find(chosen.begin(), chosen.end(), code) != chosen.end();
}

bool PadView::isRating() const {
  return screen == Screen::question || screen == Screen::reasons || screen == Screen::keeping;
}

namespace pad {

namespace {

PadView on(Screen screen, const PadView& before, std::optional<seconds> patience, base::Instant now) {
  PadView view;
  view.screen = screen;
  view.language = before.language;
  view.patience = patience;
  view.touched = now;
  return view;
}

enum class Reasons { chosenOnes, none };

PadTurn answered(const PadView& view, Reasons reasons, base::Instant now) {
  if (view.screen != Screen::reasons) return {view, {}};
  desk::RatingAnswer answer;
  answer.level = view.level;
  if (reasons == Reasons::chosenOnes) answer.reasons = view.chosen;
  answer.answeredIn = std::max(now - view.asked, base::Instant::duration::zero());
  return {on(Screen::keeping, view, std::nullopt, now), std::move(answer)};
}

}  // namespace

PadView greeting(const PadView& before, Language language) {
  PadView view = on(Screen::greeting, before, std::nullopt, before.touched);
  view.language = language;
  return view;
}

PadView check(const PadView& before, std::vector<PadRow> rows, base::Instant now) {
  PadView view = on(Screen::check, before, kCheck, now);
  view.rows = std::move(rows);
  return view;
}

PadView question(const PadView& before, const QString& title, seconds patience, base::Instant now) {
  PadView view = on(Screen::question, before, patience, now);
  view.title = title;
  view.asked = now;
  return view;
}

PadView touched(PadView view, base::Instant now) {
  // Only where somebody is waited for: thanks go by themselves.
  if (view.screen == Screen::check || view.screen == Screen::question || view.screen == Screen::reasons) view.touched = now;
  return view;
}

PadView spoken(PadView view, Language language, base::Instant now) {
  view.language = language;
  return touched(std::move(view), now);
}

PadTurn checked(const PadView& view, PadTurn::Word word, base::Instant now) {
  if (view.screen != Screen::check || word == PadTurn::Word::nothing) return {view, {}};
  return {on(Screen::noted, view, kThanks, now), {}, word};
}

PadTurn levelChosen(const PadView& view, int level, const domain::RatingCatalogue& catalogue, base::Instant now) {
  if (view.screen != Screen::question || level < 1 || level > 5) return {view, {}};
  PadView next = view;
  next.screen = Screen::reasons;
  next.level = level;
  next.touched = now;
  for (const domain::RatingReason* reason : catalogue.reasonsFor(level)) next.offered.push_back(*reason);
  return next.offered.empty() ? answered(next, Reasons::none, now) : PadTurn{std::move(next), {}};
}

PadView reasonTouched(PadView view, const std::string& code, base::Instant now) {
  const auto isIt = [&code](const domain::RatingReason& reason) { return reason.code == code; };
  if (view.screen != Screen::reasons || std::none_of(view.offered.begin(), view.offered.end(), isIt)) return view;
  if (std::erase(view.chosen, code) == 0) view.chosen.push_back(code);
  return touched(std::move(view), now);
}

PadView back(PadView view, base::Instant now) {
  if (view.screen != Screen::reasons) return view;
  view.screen = Screen::question;
  view.level = 0;
  view.offered.clear();
  view.chosen.clear();
  return touched(std::move(view), now);
}

PadTurn submitted(const PadView& view, base::Instant now) {
  return answered(view, Reasons::chosenOnes, now);
}

PadTurn skipped(const PadView& view, base::Instant now) {
  return answered(view, Reasons::none, now);
}

PadView declined(const PadView& view, Language language) {
  return view.screen == Screen::question ? greeting(view, language) : view;
}

PadView kept(const PadView& view, base::Instant now) {
  return view.screen == Screen::keeping ? on(Screen::thanks, view, kThanks, now) : view;
}

PadView notKept(const PadView& view, base::Instant now) {
  return view.screen == Screen::keeping ? on(Screen::notKept, view, kTrouble, now) : view;
}

PadTurn passed(const PadView& view, Language language, base::Instant now) {
  if (!view.patience) return {view, {}};
  // A clock that was set back would hold the screen for as long as it was set back.
  if (now < view.touched) {
    PadView again = view;
    again.touched = now;
    return {std::move(again), {}};
  }
  if (now - view.touched < *view.patience) return {view, {}};
  return broken(view, language, now);
}

PadTurn broken(const PadView& view, Language language, base::Instant now) {
  if (view.screen == Screen::keeping) return {view, {}};
  if (view.screen == Screen::reasons) return answered(view, Reasons::none, now);
  return {greeting(view, language), {}};
}

}  // namespace pad

}  // namespace ow::ui
