// SPDX-License-Identifier: GPL-3.0-or-later
#include "pad/kiosk_view.h"

#include <optional>

namespace ow::ui::pad {

using Screen = PadView::Screen;
using Refusal = PadView::Refusal;

namespace {

constexpr int kGroup = 4;

// While nothing is typed nobody is waited for.
PadView withCode(PadView view, const QString& code, base::Instant now) {
  view.code = code;
  view.touched = now;
  view.patience = code.isEmpty() ? std::nullopt : std::optional(kTyping);
  return view;
}

Refusal refusalOf(const base::Error& error) {
  const auto rule = error.fact("rule");
  if (error.kind == base::ErrorKind::invalidInput) return rule == "other_key" ? Refusal::foreign : Refusal::mistyped;
  if (error.kind == base::ErrorKind::duplicate) return Refusal::used;
  if (error.kind == base::ErrorKind::notFound) return Refusal::notYet;
  if (rule == "too_late") return Refusal::late;
  if (rule == "not_ended") return Refusal::notEnded;
  if (rule == "too_many_tries") return Refusal::wait;
  return rule == "own_rating" ? Refusal::clerkHere : Refusal::closed;
}

}  // namespace

PadView codeTyped(PadView view, const QString& letters, base::Instant now) {
  if (view.screen != Screen::greeting) return view;
  QString code = view.code;
  for (const QChar c : letters) {
    const bool isPlain = c.unicode() < 128 && c.isLetterOrNumber();
    if (isPlain && code.size() < kCodeLetters) code += c.toUpper();
  }
  return withCode(std::move(view), code, now);
}

PadView codeErased(PadView view, base::Instant now) {
  if (view.screen != Screen::greeting) return view;
  const QString code = view.code.chopped(view.code.isEmpty() ? 0 : 1);
  return withCode(std::move(view), code, now);
}

PadView codeCleared(const PadView& view, Language language) {
  const bool isOurs = view.screen == Screen::greeting || view.screen == Screen::refused || view.screen == Screen::thanks;
  return isOurs ? greeting(view, language) : view;
}

PadView codeEntered(const PadView& view, base::Instant now) {
  if (view.screen != Screen::greeting || view.code.isEmpty()) return view;
  PadView next = greeting(view, view.language);
  next.screen = Screen::looking;
  next.touched = now;
  return next;
}

PadView codeRefused(const PadView& view, const base::Error& error, base::Instant now) {
  if (view.screen != Screen::looking) return view;
  PadView next = view;
  next.screen = Screen::refused;
  next.refusal = refusalOf(error);
  next.waitSeconds = QString::fromStdString(std::string(error.fact("seconds"))).toInt();
  next.touched = now;
  next.patience = kRefused;
  return next;
}

PadView codeTaken(const PadView& view, const QString& title, seconds patience, base::Instant now) {
  if (view.screen != Screen::looking) return view;
  PadView next = question(view, title, patience, now);
  next.isByReceipt = true;
  return next;
}

QString codeShown(const QString& code) {
  QString shown;
  for (int i = 0; i < kCodeLetters; ++i) {
    if (i > 0 && i % kGroup == 0) shown += QLatin1Char(' ');
    shown += i < code.size() ? code[i] : QChar(u'·');
  }
  return shown;
}

}  // namespace ow::ui::pad
