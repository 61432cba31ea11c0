// SPDX-License-Identifier: GPL-3.0-or-later
#include "board/window_strip.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>

#include <chrono>
#include <utility>

#include "board/board_words.h"
#include "desk/queue_board.h"
#include "domain/ticket_order.h"
#include "kit/bridge.h"
#include "kit/flow_layout.h"
#include "kit/sign.h"
#include "kit/style_sheet.h"
#include "kit/theme.h"

namespace ow::ui {

using domain::Ticket;
using domain::TicketState;

namespace {

constexpr std::chrono::milliseconds kStripGather{150};

QString numberOf(const Ticket& ticket) {
  return QString::fromStdString(ticket.number);
}

QString stateOf(const desk::AtWindow& here) {
  if (here.lost)
    return WindowStrip::tr("%1 was called at window %2 first. F12 calls the next.")
        .arg(numberOf(*here.lost), QString::fromStdString(here.lost->window.value_or(std::string("–"))));
  if (!here.current) return WindowStrip::tr("Nobody is called here.");
  if (here.current->state == TicketState::serving)
    return WindowStrip::tr("serving for %1").arg(words::minutesSince(here.current->arrivedAt.value_or(here.asOf), here.asOf));
  return WindowStrip::tr("called %n time(s)", nullptr, here.current->calls);
}

}  // namespace

WindowStrip::WindowStrip(Bridge& bridge, Navigator& navigator, QWidget* parent)
    : QFrame(parent), m_bridge(bridge), m_navigator(navigator) {
  setObjectName(QStringLiteral("windowStrip"));
  setLook(this, Look::card);
  build();
  m_gather.setSingleShot(true);
  m_gather.setInterval(kStripGather);
  connect(&m_gather, &QTimer::timeout, this, &WindowStrip::reload);
  // Not restarted while it runs: a filling that writes all the time must not keep the queue from being read.
  connect(&bridge, &Bridge::changed, this, [this](const desk::Changed& what) {
    if (what.tickets && !m_gather.isActive()) m_gather.start();
  });
  connect(&m_minute, &QTimer::timeout, this, [this] {
    if (isInUse()) reload();
  });
  m_minute.start(std::chrono::minutes(1));
  hide();
  reload();
}

void WindowStrip::build() {
  m_number = new QLabel(this);
  m_number->setObjectName(QStringLiteral("stripNumber"));
  m_number->setTextFormat(Qt::PlainText);
  m_number->setFont(ui::font(TextRole::title));
  m_state = new QLabel(this);
  m_state->setObjectName(QStringLiteral("stripState"));
  m_state->setTextFormat(Qt::PlainText);
  m_waiting = new Sign(this);
  m_waiting->setObjectName(QStringLiteral("stripWaiting"));
  m_call = makeButton(QStringLiteral("stripCall"), tr("Call next  F12"), tr("Calls the next number to this window (F12)"),
                      &WindowStrip::call);
  m_step = makeButton(QStringLiteral("stripStep"), tr("Arrived  Shift+F12"), {}, &WindowStrip::step);
  m_noShow = makeButton(QStringLiteral("stripNoShow"), tr("No-show  Ctrl+G"), {}, &WindowStrip::noShow);
  m_transfer = new QPushButton(tr("Transfer …"), this);
  m_transfer->setObjectName(QStringLiteral("stripTransfer"));
  m_transfer->setAccessibleName(tr("Transfer to another queue"));
  m_transfer->setFocusPolicy(Qt::TabFocus);
  m_queues = new QMenu(m_transfer);
  m_transfer->setMenu(m_queues);
  auto* row = new FlowLayout(px(Space::small), px(Space::small), this);
  row->setContentsMargins(px(Space::medium), px(Space::hair), px(Space::medium), px(Space::hair));
  // The flow puts everything at the top of its line: what is lower than a button stands in the middle of one.
  const int height = m_call->sizeHint().height();
  for (QLabel* label : {m_number, m_state}) label->setFixedHeight(height);
  auto* middle = new QWidget(this);
  middle->setFixedHeight(height);
  auto* inside = new QHBoxLayout(middle);
  inside->setContentsMargins(0, 0, 0, 0);
  inside->addWidget(m_waiting, 0, Qt::AlignVCenter);
  for (QWidget* part : std::initializer_list<QWidget*>{m_number, m_state, middle, m_call, m_step, m_noShow, m_transfer})
    row->addWidget(part);
}

QPushButton* WindowStrip::makeButton(const QString& name, const QString& text, const QString& tip, void (WindowStrip::*act)()) {
  auto* button = new QPushButton(text, this);
  button->setObjectName(name);
  button->setAccessibleName(text);
  button->setToolTip(tip);
  button->setFocusPolicy(Qt::TabFocus);  // a click leaves the hands where they type
  connect(button, &QPushButton::clicked, this, act);
  return button;
}

void WindowStrip::reload() {
  if (m_isReading) {
    m_isDue = true;
    return;
  }
  m_isReading = true;
  m_isDue = false;
  m_bridge.run(
      Lane::read, this, [](desk::Desk& desk) { return desk::atWindow(desk); },
      [this](const base::Result<desk::AtWindow>& here) { receive(here); });
}

void WindowStrip::receive(const base::Result<desk::AtWindow>& here) {
  m_isReading = false;
  if (here) {
    const bool isNewLoss = here.value().lost && (!m_here.lost || m_here.lost->id != here.value().lost->id);
    m_here = here.value();
    showState();
    showButtons();
    showQueues();
    setVisible(m_here.isInUse);
    if (isNewLoss) m_navigator.notify(stateOf(m_here), Navigator::Tone::warning);
  }
  if (m_isDue) reload();
}

void WindowStrip::showState() {
  m_number->setText(m_here.current ? numberOf(*m_here.current) : QStringLiteral("–"));
  m_state->setText(stateOf(m_here));
  setLook(m_state, m_here.lost ? Look::warning : Look::quiet);
  const QString waiting = m_here.oldestFrom
                              ? tr("%Ln waiting · %1", "people, the longest wait", static_cast<int>(m_here.waiting))
                                    .arg(words::minutesSince(*m_here.oldestFrom, m_here.asOf))
                              : tr("nobody waits");
  m_waiting->show(m_here.oldestFrom ? desk::lightOfWait(m_here.asOf - *m_here.oldestFrom) : domain::Light::none, waiting);
  m_waiting->setToolTip(waiting);  // the words of a light are those of a case
}

void WindowStrip::showButtons() {
  const bool isCalled = m_here.current && m_here.current->state == TicketState::called;
  const bool isServing = m_here.current && m_here.current->state == TicketState::serving;
  const bool isCalledOften = isCalled && m_here.current->calls >= domain::kMostCalls;
  const auto say = [](QPushButton* button, const QString& text) {
    button->setText(text);
    button->setAccessibleName(text);
  };
  say(m_call, isCalled ? tr("Call again  F12") : isServing ? tr("Done, call next  F12") : tr("Call next  F12"));
  say(m_step, isServing ? tr("Done  Shift+F12") : tr("Arrived  Shift+F12"));
  const bool isWritable = !m_bridge.desk().isReadOnly();
  m_call->setEnabled(isWritable && !isCalledOften);
  m_step->setEnabled(isWritable && m_here.current.has_value());
  m_noShow->setEnabled(isWritable && isCalledOften);
  m_noShow->setToolTip(isCalledOften || !isCalled ? QString() : tr("After three calls"));
  m_transfer->setEnabled(isWritable && m_here.current.has_value() && m_here.names.size() > 1);
}

void WindowStrip::showQueues() {
  if (m_queues->isVisible()) return;  // somebody is choosing
  m_queues->clear();
  for (const auto& [queue, name] : m_here.names)
    if (!m_here.current || m_here.current->queue != queue)
      connect(m_queues->addAction(words::ofQueue(queue, name)), &QAction::triggered, this,
              [this, letter = queue] { transfer(letter); });
}

void WindowStrip::call() {
  if (std::exchange(m_isActing, true)) return;
  m_bridge.run(
      Lane::write, this, [](desk::Desk& desk) { return desk::callNumber(desk); },
      [this](const base::Result<desk::CalledNumber>& called) { finishCall(called); });
}

void WindowStrip::finishCall(const base::Result<desk::CalledNumber>& called) {
  m_isActing = false;
  reload();
  if (!called) return m_navigator.notify(words::queueSentence(called.error()), Navigator::Tone::failed);
  const desk::CalledNumber& found = called.value();
  if (found.ticket && found.isAgain)
    return m_navigator.notify(tr("%1 is called again.").arg(numberOf(*found.ticket)), Navigator::Tone::done);
  emit roomWanted();
  m_navigator.notify(
      found.ticket
          ? tr("%1 is called to window %2.").arg(numberOf(*found.ticket), QString::fromStdString(*found.ticket->window))
          : tr("Nobody waits."),
      found.ticket ? Navigator::Tone::done : Navigator::Tone::warning);
}

void WindowStrip::take(Step step, const QString& done) {
  if (std::exchange(m_isActing, true)) return;
  m_bridge.run(Lane::write, this, std::move(step), [this, done](const base::Result<Ticket>& taken) {
    m_isActing = false;
    reload();
    m_navigator.notify(taken ? done.arg(numberOf(taken.value())) : words::queueSentence(taken.error()),
                       taken ? Navigator::Tone::done : Navigator::Tone::failed);
  });
}

void WindowStrip::step() {
  if (!m_here.current) return m_navigator.notify(tr("Nobody is called here."), Navigator::Tone::warning);
  const bool isServing = m_here.current->state == TicketState::serving;
  const auto step = isServing ? desk::TicketStep::done : desk::TicketStep::arrived;
  take([id = m_here.current->id, step](desk::Desk& desk) { return desk::moveTicket(desk, id, step); },
       isServing ? tr("%1 is done.") : tr("%1 is at the window."));
}

void WindowStrip::noShow() {
  if (!m_here.current) return m_navigator.notify(tr("Nobody is called here."), Navigator::Tone::warning);
  take([id = m_here.current->id](desk::Desk& desk) { return desk::moveTicket(desk, id, desk::TicketStep::noShow); },
       tr("%1 did not come. F12 calls the next."));
}

void WindowStrip::transfer(const std::string& queue) {
  if (!m_here.current) return;
  take([id = m_here.current->id, queue](desk::Desk& desk) { return desk::transferTicket(desk, id, queue); },
       tr("%1 waits in queue %2 now.").arg(QStringLiteral("%1"), QString::fromStdString(queue)));
}

}  // namespace ow::ui
