// SPDX-License-Identifier: GPL-3.0-or-later
#include "pad/kiosk.h"

#include <QGuiApplication>

#include <utility>

#include "desk/kiosk.h"
#include "kit/bridge.h"
#include "pad/kiosk_view.h"
#include "pad/pad_touches.h"
#include "pad/pad_window.h"
#include "pad/pad_words.h"

namespace ow::ui {

namespace {

using namespace std::chrono_literals;
constexpr auto kTick = 200ms;

}  // namespace

Kiosk::Kiosk(Bridge& bridge, std::shared_ptr<desk::Desk> desk, QObject* parent)
    : QObject(parent),
      m_bridge(bridge),
      m_desk(std::move(desk)),
      m_window(std::make_unique<PadWindow>(QString::fromStdString(m_desk->place().hall), QString(), PadUse::kiosk)),
      m_language(greetingLanguage(m_desk->place())) {
  m_view = pad::greeting(m_view, m_language);
  m_tick.setInterval(kTick);
  connect(&m_tick, &QTimer::timeout, this, &Kiosk::tick);
  connectWindow();
  m_window->show(m_view);
}

Kiosk::~Kiosk() {
  // The write lane finishes what it was given, also when the bridge goes next.
  turn(pad::broken(m_view, m_language, now()));
}

void Kiosk::connectWindow() {
  PadWindow* w = m_window.get();
  connect(w, &PadWindow::codeTyped, this, [this](const QString& text) { show(pad::codeTyped(m_view, text, now())); });
  connect(w, &PadWindow::codeErased, this, [this] { show(pad::codeErased(m_view, now())); });
  connect(w, &PadWindow::codeEntered, this, &Kiosk::enter);
  connect(w, &PadWindow::left, this, [this] { show(pad::codeCleared(m_view, m_language)); });
  connect(w, &PadWindow::touched, this, [this] {
    const bool isRead = m_view.screen == PadView::Screen::refused;
    show(isRead ? pad::codeCleared(m_view, m_language) : pad::touched(m_view, now()));
  });
  connectTouches(*w, this,
                 {&m_view, m_language, [this] { return now(); }, [this] { return m_pad ? &m_pad->catalogue() : nullptr; },
                  [this](PadTurn next) { turn(std::move(next)); }});
  connect(w, &PadWindow::closed, this, &Kiosk::closed);
}

base::Instant Kiosk::now() const {
  return m_desk->clock().now();
}

void Kiosk::open() {
  using Made = base::Result<std::shared_ptr<desk::ReceiptPad>>;
  m_bridge.run(
      Lane::read, this,
      [desk = m_desk](desk::Desk&) -> Made {
        OW_TRY(const bool isOne, desk::isKiosk(*desk));
        if (!isOne) return base::fail(base::ErrorKind::notAllowed, {{"rule", "not_a_kiosk"}});
        if (desk->isReadOnly()) return base::fail(base::ErrorKind::storeReadOnly);
        OW_TRY(auto made, desk::ReceiptPad::over(desk));
        return std::shared_ptr<desk::ReceiptPad>(std::move(made));
      },
      [this](Made made) { stand(std::move(made)); });
}

void Kiosk::stand(base::Result<std::shared_ptr<desk::ReceiptPad>> pad) {
  if (!pad) return emit refused(pad.error());
  m_pad = std::move(pad).value();
  emit opened();
  m_window->standOn(QGuiApplication::primaryScreen());
  m_window->activateWindow();
  m_window->setFocus();  // and not on the first button
}

void Kiosk::enter() {
  const std::string code = m_view.code.toStdString();
  show(pad::codeEntered(m_view, now()));
  if (m_view.screen != PadView::Screen::looking) return;
  m_bridge.run(
      Lane::write, this, [pad = m_pad, code](desk::Desk&) { return pad->open(code); },
      [this](base::Result<desk::RatingInvitation> invitation) {
        if (!invitation) return show(pad::codeRefused(m_view, invitation.error(), now()));
        m_invitation = std::move(invitation).value();
        const std::chrono::seconds patience(m_pad->catalogue().idleSeconds);
        show(pad::codeTaken(m_view, QString::fromStdString(m_invitation.title), patience, now()));
      });
}

void Kiosk::turn(PadTurn turn) {
  m_view = std::move(turn.view);
  if (turn.answer) seal(std::move(*turn.answer));
  if (m_view.patience) {
    if (!m_tick.isActive()) m_tick.start();
  } else {
    m_tick.stop();
  }
  m_window->show(m_view);
}

void Kiosk::seal(desk::RatingAnswer answer) {
  answer.channel = domain::Channel::kiosk;
  m_bridge.run(
      Lane::write, this,
      [pad = m_pad, invitation = m_invitation, answer = std::move(answer)](desk::Desk&) {
        auto done = pad->rate(invitation, answer);
        if (!done) qWarning("onewindow: a rating by receipt could not be kept: %s", base::describe(done.error()).c_str());
        return done;
      },
      [this](const base::Result<void>& done) { show(done ? pad::kept(m_view, now()) : pad::notKept(m_view, now())); });
}

void Kiosk::tick() {
  PadTurn next = pad::passed(m_view, m_language, now());
  if (next.view.screen != m_view.screen || next.view.touched != m_view.touched || next.view.code != m_view.code)
    turn(std::move(next));
}

}  // namespace ow::ui
