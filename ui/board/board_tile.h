// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QString>

#include "domain/traffic_light.h"

namespace ow::ui {

// What one field of the board says, from the top.
struct TileWords {
  QString caption;  // what it is about
  QString large;    // to be read from afar: a number, what is served
  domain::Light light = domain::Light::none;
  QString sign;          // words beside the light; empty: no light is shown
  QString detail;        // small, below; without a sign in its place
  QString does;          // what pressing does; empty: it does nothing and takes no focus
  bool isQuiet = false;  // nothing is going on there
};

// A field of the board, painted large. One sentence for whoever hears it.
class BoardTile : public QAbstractButton {
  Q_OBJECT
 public:
  // How many lines stand below what is large: one takes a sign or a detail, two take both.
  enum class Below { one, two };
  BoardTile(const QString& name, int width, Below below, QWidget* parent);  // width at 100 %

  void show(const TileWords& words);
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return sizeHint(); }

 protected:
  void paintEvent(QPaintEvent*) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  bool isAct() const { return !m_words.does.isEmpty(); }

  int m_width;
  Below m_below;
  TileWords m_words;
};

}  // namespace ow::ui
