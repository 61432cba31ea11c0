// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>

#include <vector>

#include "board/board_tile.h"
#include "desk/queue_board.h"
#include "kit/page.h"

class QLabel;

namespace ow::ui {

class FlowLayout;
class TicketCard;

// The live board of the hall (大厅实时看板): who waits how long, which window serves whom since when, and today so far. It
// follows whatever is written anywhere and names no citizen. A queue that is pressed is called from this window, or not.
class BoardPage : public Page {
  Q_OBJECT
 public:
  BoardPage(Bridge& bridge, Navigator& navigator, QWidget* parent = nullptr);

  QString title() const override;
  QString kind() const override { return QStringLiteral("board"); }
  QJsonObject state() const override { return {}; }
  void restore(const QJsonObject&) override {}
  void takeFocus() override;

 protected:
  void showEvent(QShowEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  // Tiles that stand beside each other, as many as are needed.
  struct Row {
    FlowLayout* layout = nullptr;
    QLabel* nothing = nullptr;  // said where there is none
    std::vector<BoardTile*> tiles;
  };
  Row makeRow(const QString& heading, const QString& nothing);
  BoardTile* tile(Row& row, std::size_t place, const char* name, int width, BoardTile::Below below);
  void trim(Row& row, std::size_t count);
  void reload();
  void receive(const base::Result<desk::QueueBoard>& board);
  void showTickets();
  void showAll();
  void showToday();
  void showQueues();
  void showWindows();
  void toggle(std::size_t queue);
  void openFigure(std::size_t place);

  QLabel* m_head = nullptr;
  TicketCard* m_tickets = nullptr;  // null: nothing can be written here
  Row m_today, m_queues, m_windows;
  desk::QueueBoard m_board;
  QTimer m_gather;  // many writes in a row make one reading
  QTimer m_minute;
  bool m_isStale = true;
  bool m_isRead = false;
  bool m_isReading = false;
  bool m_isDue = false;
};

}  // namespace ow::ui
