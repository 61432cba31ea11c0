// SPDX-License-Identifier: GPL-3.0-or-later
#include "pad/pad.h"

#include <QApplication>
#include <QScreen>

#include <algorithm>
#include <utility>

#include "kit/bridge.h"
#include "kit/words.h"
#include "pad/pad_touches.h"
#include "pad/pad_window.h"

namespace ow::ui {

namespace {

using namespace std::chrono_literals;
constexpr auto kTick = 200ms;
constexpr auto kDay = 30s;

QString text(const std::string& words) {
  return QString::fromStdString(words);
}

}  // namespace

Pad::Pad(Bridge& bridge, std::shared_ptr<desk::Desk> desk, QObject* parent)
    : QObject(parent),
      m_bridge(bridge),
      m_desk(std::move(desk)),
      m_window(std::make_unique<PadWindow>(text(m_desk->place().hall), text(m_desk->place().window))),
      m_language(greetingLanguage(m_desk->place())),
      m_place(lastPadPlace()) {
  m_view = pad::greeting(m_view, m_language);
  m_tick.setInterval(kTick);
  connect(&m_tick, &QTimer::timeout, this, &Pad::tick);
  connect(&m_day, &QTimer::timeout, this, &Pad::showDay);
  m_day.start(kDay);
  // A screen that was pulled out leaves its windows on the clerk's.
  connect(qGuiApp, &QGuiApplication::screenAdded, this, &Pad::putWindow);
  connect(qGuiApp, &QGuiApplication::screenRemoved, this, &Pad::putWindow);
  connectWindow();
  readCatalogue();
  showDay();
  m_window->show(m_view);
  putWindow();
}

Pad::~Pad() {
  // The write lane finishes what it was given, also when the bridge goes next.
  turn(pad::broken(m_view, m_language, now()));
}

void Pad::connectWindow() {
  PadWindow* w = m_window.get();
  connect(w, &PadWindow::touched, this, [this] { show(pad::touched(m_view, now())); });
  connectTouches(*w, this,
                 {&m_view, m_language, [this] { return now(); }, [this] { return m_rating ? &m_rating->catalogue() : nullptr; },
                  [this](PadTurn next) { turn(std::move(next)); }});
  connect(w, &PadWindow::checked, this, [this](PadTurn::Word word) { turn(pad::checked(m_view, word, now())); });
  connect(w, &PadWindow::closed, this, &Pad::windowClosed);
}

void Pad::readCatalogue() {
  using Made = base::Result<std::shared_ptr<desk::RatingPad>>;
  m_bridge.run(
      Lane::read, this,
      [desk = m_desk](desk::Desk&) -> Made {
        OW_TRY(auto made, desk::RatingPad::over(desk));
        return std::shared_ptr<desk::RatingPad>(std::move(made));
      },
      [this](Made made) {
        if (!made) return emit told(words::sentence(made.error()), Navigator::Tone::failed);
        m_rating = std::move(made).value();
        emit changed();
      });
}

base::Instant Pad::now() const {
  return m_desk->clock().now();
}

// --- where it stands

void Pad::stand(const PadPlace& where) {
  if (where == m_place) return;
  if (m_view.isRating())
    return emit told(tr("Somebody is rating now. The citizen's screen stays where it is until they have finished."),
                     Navigator::Tone::warning);
  show(pad::greeting(m_view, m_language));
  m_place = where;
  rememberPadPlace(where);
  putWindow();
  emit changed();
}

void Pad::showOrHide() {
  stand(isShown() ? PadPlace{} : PadPlace{PadPlace::Kind::secondScreen, {}});
}

void Pad::putWindow() {
  if (isShown()) {
    m_window->standOn(screenOf(m_place));
  } else {
    m_window->hide();
  }
}

// With the clerk's windows the program ends, and then nobody has put this one away.
void Pad::windowClosed() {
  const QWidgetList all = QApplication::topLevelWidgets();
  const bool isClerkHere = std::any_of(
      all.begin(), all.end(), [this](const QWidget* w) { return w != m_window.get() && w->isWindow() && w->isVisible(); });
  if (!isClerkHere) return;
  stand({});
  if (isShown()) putWindow();
}

void Pad::showDay() {
  const base::Date date = m_desk->zone().dateOf(now());
  m_window->setDay(QDate(static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
                         static_cast<int>(static_cast<unsigned>(date.day()))));
}

// --- asking

QString Pad::refusal() const {
  if (m_desk->isReadOnly()) return words::ofWhy("read_only");
  if (!isShown()) return tr("The citizen's screen is not shown. Shift+F4 shows it.");
  if (m_isInviting || m_view.isRating()) return tr("Somebody is rating now.");
  if (!m_rating) return tr("The citizen's screen is not ready yet.");
  return {};
}

void Pad::askForRating(domain::CaseId id) {
  if (const QString why = refusal(); !why.isEmpty()) return emit told(why, Navigator::Tone::warning);
  m_isInviting = true;
  m_about = id;
  emit changed();
  m_bridge.run(
      Lane::write, this, [id](desk::Desk& desk) { return desk::inviteToRate(desk, id); },
      [this, ticket = ++m_ticket](base::Result<desk::RatingInvitation> invitation) {
        if (ticket == m_ticket) receive(std::move(invitation));
      });
}

void Pad::receive(base::Result<desk::RatingInvitation> invitation) {
  m_isInviting = false;
  if (!invitation) {
    m_about.reset();
    emit told(words::sentence(invitation.error()), Navigator::Tone::warning);
    return emit changed();
  }
  if (!isShown()) return emit changed();  // taken away meanwhile: unrated
  m_invitation = std::move(invitation).value();
  show(pad::question(m_view, text(m_invitation.title), std::chrono::seconds(m_rating->catalogue().idleSeconds), now()));
}

Pad::Said Pad::saidOf(domain::CaseId id) const {
  if (m_about != id) return Said::nothing;
  return m_isInviting || isAsking() ? Said::beingRated : Said::finished;
}

bool Pad::isAsking() const {
  return m_about && !m_isInviting && m_view.screen != PadView::Screen::greeting;
}

void Pad::letCheck(std::vector<PadRow> rows) {
  if (!isShown() || m_isInviting || m_view.isRating()) {
    return emit told(isShown() ? tr("Somebody is rating now.") : tr("The citizen's screen is not shown. Shift+F4 shows it."),
                     Navigator::Tone::warning);
  }
  m_about.reset();
  show(pad::check(m_view, std::move(rows), now()));
}

void Pad::interrupt() {
  // A question that is still on its way would stand before nobody.
  ++m_ticket;
  m_isInviting = false;
  turn(pad::broken(m_view, m_language, now()));
}

// --- what follows

void Pad::turn(PadTurn turn) {
  m_view = std::move(turn.view);
  if (turn.answer) seal(*turn.answer);
  if (turn.word == PadTurn::Word::dataCorrect)
    emit told(tr("The citizen says that the data are correct."), Navigator::Tone::done);
  if (turn.word == PadTurn::Word::dataWrong)
    emit told(tr("The citizen says that something in the data is wrong."), Navigator::Tone::warning);
  if (m_view.patience) {
    if (!m_tick.isActive()) m_tick.start();
  } else {
    m_tick.stop();
  }
  m_window->show(m_view);
  emit changed();
}

void Pad::seal(const desk::RatingAnswer& answer) {
  m_bridge.run(
      Lane::write, this,
      [rating = m_rating, invitation = m_invitation, answer](desk::Desk&) {
        auto done = rating->rate(invitation, answer);
        // The clerk may be gone by the time; the log says it then.
        if (!done) qWarning("onewindow: a rating could not be kept: %s", base::describe(done.error()).c_str());
        return done;
      },
      [this](const base::Result<void>& done) { sealed(done); });
}

void Pad::sealed(const base::Result<void>& done) {
  if (done) return show(pad::kept(m_view, now()));
  emit told(tr("What the citizen answered could not be kept. %1").arg(words::sentence(done.error())), Navigator::Tone::failed);
  show(pad::notKept(m_view, now()));
}

void Pad::tick() {
  PadTurn next = pad::passed(m_view, m_language, now());
  if (next.view.screen != m_view.screen || next.view.touched != m_view.touched) turn(std::move(next));
}

}  // namespace ow::ui
