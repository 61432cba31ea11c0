// SPDX-License-Identifier: GPL-3.0-or-later
#include "board/board_page.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QScrollArea>
#include <QVBoxLayout>

#include <array>
#include <chrono>
#include <utility>

#include "base/time_text.h"
#include "board/board_words.h"
#include "board/ticket_card.h"
#include "desk/queue.h"
#include "kit/bridge.h"
#include "kit/card.h"
#include "kit/column_page.h"
#include "kit/flow_layout.h"
#include "kit/style_sheet.h"
#include "kit/theme.h"
#include "kit/words.h"

namespace ow::ui {

namespace {

constexpr std::chrono::milliseconds kBoardGather{250};
constexpr int kWidest = 1800;
constexpr int kFigureWidth = 134, kQueueWidth = 250, kWindowWidth = 188;

// The figure that a field of today opens; empty: none.
constexpr std::array kFigures{
    "process.tickets", "process.handling_p50", "process.wait_p50", "process.wait_within_15", "process.no_show", "", ""};

QString numeral(std::int64_t n) {
  return QLocale().toString(static_cast<qlonglong>(n));
}

domain::Light lightOfCases(std::int64_t n, domain::Light light) {
  return n > 0 ? light : domain::Light::green;
}

QString stateSince(const desk::WindowLine& line, base::Instant now) {
  const QString since = line.since ? words::minutesSince(*line.since, now) : QString();
  if (!line.ticket) return since.isEmpty() ? BoardPage::tr("free") : BoardPage::tr("free for %1").arg(since);
  if (line.ticket->state == domain::TicketState::serving) return BoardPage::tr("serving for %1").arg(since);
  return line.ticket->calls > 1 ? BoardPage::tr("called %n time(s), %1 ago", nullptr, line.ticket->calls).arg(since)
                                : BoardPage::tr("called %1 ago").arg(since);
}

domain::Light lightOf(const desk::WindowLine& line) {
  if (!line.ticket) return domain::Light::none;
  return line.ticket->state == domain::TicketState::serving ? domain::Light::green : domain::Light::instant;
}

}  // namespace

BoardPage::BoardPage(Bridge& bridge, Navigator& navigator, QWidget* parent) : Page(bridge, navigator, parent) {
  QVBoxLayout* column = makeColumn(this, kWidest);
  m_head = new QLabel(column->parentWidget());
  m_head->setObjectName(QStringLiteral("boardHead"));
  m_head->setTextFormat(Qt::PlainText);
  m_head->setFont(ui::font(TextRole::title));
  m_head->setWordWrap(true);
  column->addWidget(m_head);
  m_today = makeRow(tr("Today"), {});
  m_queues = makeRow(tr("Queues"), tr("No number was taken today."));
  m_windows = makeRow(tr("Windows"), tr("No window has called anybody today."));
  if (!bridge.desk().isReadOnly()) {
    m_tickets = new TicketCard(bridge, navigator, column->parentWidget());
    column->addWidget(m_tickets);
    connect(m_tickets, &TicketCard::grown, this, &BoardPage::showTickets);
  }
  column->addStretch(1);
  m_gather.setSingleShot(true);
  m_gather.setInterval(kBoardGather);
  connect(&m_gather, &QTimer::timeout, this, &BoardPage::reload);
  // Not restarted while it runs: a filling that writes all the time must not keep the board from being read.
  connect(&bridge, &Bridge::changed, this, [this](const desk::Changed& what) {
    if (!what.tickets && !what.cases && !what.services) return;
    m_isStale = true;
    if (isVisible() && !m_gather.isActive()) m_gather.start();
  });
  connect(&m_minute, &QTimer::timeout, this, [this] {
    m_isStale = true;  // a light turns, and a case becomes overdue, without anybody writing
    if (isVisible()) reload();
  });
  m_minute.start(std::chrono::minutes(1));
  showAll();
}

BoardPage::Row BoardPage::makeRow(const QString& heading, const QString& nothing) {
  auto* column = qobject_cast<QVBoxLayout*>(m_head->parentWidget()->layout());
  auto* card = new Card(heading, m_head->parentWidget());
  Row row;
  row.nothing = new QLabel(nothing, card);
  setLook(row.nothing, Look::quiet);
  card->body()->addWidget(row.nothing);
  auto* inside = new QWidget(card);
  row.layout = new FlowLayout(px(Space::medium), px(Space::medium), inside);
  card->body()->addWidget(inside);
  column->addWidget(card);
  return row;
}

BoardTile* BoardPage::tile(Row& row, std::size_t place, const char* name, int width, BoardTile::Below below) {
  while (row.tiles.size() <= place) {
    const QString number = QString::number(row.tiles.size());
    auto* made = new BoardTile(QLatin1String(name) + number, width, below, row.layout->parentWidget());
    row.layout->addWidget(made);
    made->setVisible(true);  // at once: the keyboard may go there before the layout would
    row.tiles.push_back(made);
  }
  return row.tiles[place];
}

void BoardPage::trim(Row& row, std::size_t count) {
  for (; row.tiles.size() > count; row.tiles.pop_back()) {
    row.layout->removeWidget(row.tiles.back());
    row.tiles.back()->hide();
    row.tiles.back()->deleteLater();
  }
  row.nothing->setVisible(count == 0);
}

QString BoardPage::title() const {
  return tr("Live hall");
}

void BoardPage::takeFocus() {
  for (const Row* row : {&m_queues, &m_today})
    for (BoardTile* tile : row->tiles)
      if (m_isRead && tile->focusPolicy() != Qt::NoFocus) return tile->setFocus(Qt::OtherFocusReason);
  setFocusPolicy(Qt::StrongFocus);
  setFocus(Qt::OtherFocusReason);
}

void BoardPage::showEvent(QShowEvent* event) {
  Page::showEvent(event);
  if (m_isStale) reload();
  if (m_tickets != nullptr) m_tickets->reload();
}

void BoardPage::keyPressEvent(QKeyEvent* event) {
  const bool isOfNumbers = event->key() == Qt::Key_N && event->modifiers() == Qt::NoModifier && m_tickets != nullptr;
  if (!isOfNumbers) return Page::keyPressEvent(event);
  m_tickets->takeFocus();
  showTickets();
}

// Whole, once what was just shown in it has its place.
void BoardPage::showTickets() {
  auto* scroll = findChild<QScrollArea*>();
  QTimer::singleShot(0, m_tickets, [this, scroll] { scroll->ensureWidgetVisible(m_tickets); });
}

void BoardPage::reload() {
  if (m_isReading) {
    m_isDue = true;
    return;
  }
  m_isReading = true;
  m_isDue = m_isStale = false;
  bridge().run(
      Lane::read, this, [](desk::Desk& desk) { return desk::queueBoard(desk); },
      [this](const base::Result<desk::QueueBoard>& board) { receive(board); });
}

void BoardPage::receive(const base::Result<desk::QueueBoard>& board) {
  m_isReading = false;
  if (board) {
    const bool wereHere = hasFocus();
    m_board = board.value();
    m_isRead = true;
    showAll();
    if (wereHere) takeFocus();
  } else {
    navigator().notify(words::queueSentence(board.error()), Navigator::Tone::failed);
  }
  if (m_isDue) reload();
}

void BoardPage::showAll() {
  const QString hall = QString::fromStdString(m_board.hall);
  m_head->setText(
      hall.isEmpty()
          ? tr("Live hall")
          : tr("%1 · %2", "hall, time of day").arg(hall, words::timeWithSeconds(m_board.asOf, bridge().desk().zone()).left(5)));
  showToday();
  showQueues();
  showWindows();
}

void BoardPage::showToday() {
  const desk::QueueToday& today = m_board.today;
  const QString median = today.medianWait ? QLocale().toString(*today.medianWait, 'f', 0) : QStringLiteral("–");
  const QString within =
      today.within.trials > 0
          ? tr("%1 %", "a share")
                .arg(QLocale().toString(100.0 * double(today.within.hits) / double(today.within.trials), 'f', 0))
          : QStringLiteral("–");
  const std::array tiles{TileWords{tr("Numbers taken"),
                                   numeral(today.issued),
                                   {},
                                   {},
                                   tr("%Ln waiting", "people in a queue", static_cast<int>(today.waiting)),
                                   {},
                                   false},
                         TileWords{tr("Served"), numeral(today.served), {}, {}, {}, {}, false},
                         TileWords{tr("Median wait"), median, {}, {}, tr("minutes"), {}, false},
                         TileWords{tr("Within 15 min"),
                                   within,
                                   {},
                                   {},
                                   tr("%1 of %2 called").arg(numeral(today.within.hits), numeral(today.within.trials)),
                                   {},
                                   false},
                         TileWords{tr("No-shows"),
                                   numeral(today.noShow),
                                   {},
                                   {},
                                   tr("%Ln given back", nullptr, static_cast<int>(today.left)),
                                   {},
                                   false},
                         TileWords{tr("Cases overdue"),
                                   numeral(m_board.overdueCases),
                                   lightOfCases(m_board.overdueCases, domain::Light::red),
                                   m_board.overdueCases > 0 ? tr("overdue") : tr("none"),
                                   {},
                                   {},
                                   false},
                         TileWords{tr("Due today"),
                                   numeral(m_board.dueTodayCases),
                                   lightOfCases(m_board.dueTodayCases, domain::Light::yellow),
                                   m_board.dueTodayCases > 0 ? tr("due today") : tr("none"),
                                   {},
                                   {},
                                   false}};
  const bool isSupervisor = bridge().desk().clerk().role == domain::Role::supervisor;
  for (std::size_t i = 0; i < tiles.size(); ++i) {
    const bool isNew = m_today.tiles.size() <= i;
    BoardTile* shown = tile(m_today, i, "boardToday", kFigureWidth, BoardTile::Below::one);
    TileWords said = tiles.at(i);
    if (isSupervisor && *kFigures.at(i) != '\0') said.does = tr("Opens this month's figure");
    shown->show(said);
    if (isNew) connect(shown, &BoardTile::clicked, this, [this, i] { openFigure(i); });
  }
  trim(m_today, tiles.size());
}

void BoardPage::showQueues() {
  const bool isAtWindow = !bridge().desk().place().window.empty() && !bridge().desk().isReadOnly();
  for (std::size_t i = 0; i < m_board.queues.size(); ++i) {
    const desk::QueueLine& line = m_board.queues[i];
    TileWords said;
    said.caption = words::ofQueue(line.queue, line.name);
    said.large = tr("%Ln waiting", "people in a queue", static_cast<int>(line.waiting));
    said.light = line.oldestFrom ? line.light : domain::Light::none;
    said.sign =
        line.oldestFrom ? tr("longest %1").arg(words::minutesSince(*line.oldestFrom, m_board.asOf)) : tr("nobody waits");
    QStringList details;
    if (line.priority > 0) details << tr("%Ln go first", "priority and appointments", static_cast<int>(line.priority));
    if (isAtWindow && !line.isChosen) details << tr("not called from this window");
    said.detail = details.join(QStringLiteral(" · "));
    said.isQuiet = line.waiting == 0;
    if (isAtWindow)
      said.does = line.isChosen ? tr("Press, and this window calls no more from this queue")
                                : tr("Press, and this window calls from this queue too");
    const bool isNew = m_queues.tiles.size() <= i;
    BoardTile* shown = tile(m_queues, i, "boardQueue", kQueueWidth, BoardTile::Below::two);
    shown->show(said);
    if (isNew) connect(shown, &BoardTile::clicked, this, [this, i] { toggle(i); });
  }
  trim(m_queues, m_board.queues.size());
}

void BoardPage::showWindows() {
  for (std::size_t i = 0; i < m_board.windows.size(); ++i) {
    const desk::WindowLine& line = m_board.windows[i];
    TileWords said;
    const QString window = QString::fromStdString(line.window);
    said.caption = line.isHere ? tr("Window %1 · here").arg(window) : tr("Window %1").arg(window);
    said.large = line.ticket ? QString::fromStdString(line.ticket->number) : tr("free");
    said.isQuiet = !line.ticket;
    said.light = lightOf(line);
    said.sign = stateSince(line, m_board.asOf);
    said.detail = QString::fromStdString(line.clerk);
    tile(m_windows, i, "boardWindow", kWindowWidth, BoardTile::Below::two)->show(said);
  }
  trim(m_windows, m_board.windows.size());
}

// All and none come to the same: this window calls from every queue.
void BoardPage::toggle(std::size_t queue) {
  std::vector<std::string> chosen;
  for (std::size_t i = 0; i < m_board.queues.size(); ++i)
    if (m_board.queues[i].isChosen != (i == queue)) chosen.push_back(m_board.queues[i].queue);
  if (chosen.size() == m_board.queues.size()) chosen.clear();
  bridge().run(
      Lane::write, this, [chosen](desk::Desk& desk) { return desk::chooseQueues(desk, chosen); },
      [this](const base::Result<void>& done) {
        if (!done) return navigator().notify(words::queueSentence(done.error()), Navigator::Tone::failed);
        // The choice is the desk's own and no number changed; how many wait for this window has.
        desk::Changed what;
        what.tickets = true;
        emit bridge().changed(what);
      });
}

void BoardPage::openFigure(std::size_t place) {
  const char* indicator = kFigures.at(place);
  if (*indicator == '\0' || bridge().desk().clerk().role != domain::Role::supervisor) return;
  const desk::Desk& desk = bridge().desk();
  const std::string month = base::isoText(desk.zone().dateOf(desk.clock().now())).substr(0, 7);
  navigator().openFigure(QLatin1String(indicator), QString::fromStdString(month), {});
}

}  // namespace ow::ui
