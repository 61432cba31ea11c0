// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QWidget>

#include <functional>
#include <optional>
#include <vector>

#include "desk/finding.h"

class QFrame;
class QLabel;
class QLineEdit;
class QListView;

namespace ow::ui {

class Bridge;
class Navigator;
class SearchResults;

// The one search box: people, firms and cases while one types. Its list lies over the window without being a window itself, so
// it never takes the focus, from the clerk or from an input method. An answer that is older than the text in the box is
// dropped.
//
// A burst of keys that ends in Enter is a card reader or a scanner: it opens what has that number and nothing else.
class SearchBox : public QWidget {
  Q_OBJECT
 public:
  // Where the answers come from: on the UI thread, later or at once.
  using Answer = std::function<void(base::Result<std::vector<desk::Found>>)>;
  using Find = std::function<void(const QString& typed, Answer answer)>;

  SearchBox(Bridge& bridge, Navigator& navigator, QWidget* parent);
  SearchBox(Find find, Navigator& navigator, QWidget* parent);
  // Whether there is a centre to ask where nobody was found.
  void setHasCentre(std::function<bool()> hasCentre) { m_hasCentre = std::move(hasCentre); }

  void takeFocus();
  void clear();
  QLineEdit* edit() const { return m_edit; }
  bool isOpen() const;

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  enum class Hand { person, scanner };

  void ask();
  void askAgain();
  void receive(const QString& typed, base::Result<std::vector<desk::Found>> found);
  void openList();
  void closeList();
  void placeList();
  bool pressed(const QKeyEvent& event);
  bool hasCentre() const { return m_hasCentre && m_hasCentre(); }
  void step(int by);
  void choose(int row);
  void enter(Hand hand);
  Hand handOfBurst() const;
  void noteKey(const QString& text);

  Find m_find;
  std::function<bool()> m_hasCentre;
  Navigator& m_navigator;
  QLineEdit* m_edit = nullptr;
  QFrame* m_popup = nullptr;
  QListView* m_list = nullptr;
  QLabel* m_message = nullptr;
  SearchResults* m_results = nullptr;
  quint64 m_asked = 0;                 // number of the last question; only its answer counts
  int m_inFlight = 0;                  // questions that are on their way
  bool m_isAskAgain = false;           // the text changed meanwhile
  std::optional<Hand> m_pendingEnter;  // Enter came before the answer
  QElapsedTimer m_sinceKey;
  int m_burst = 0;  // keys so far, each within a machine's pace of the one before
};

}  // namespace ow::ui
