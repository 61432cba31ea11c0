// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QLabel>
#include <QVBoxLayout>

namespace ow::ui {

// A surface on the window's ground with a heading; what belongs together goes into one. No heading text: no heading line.
class Card : public QFrame {
  Q_OBJECT
 public:
  explicit Card(const QString& heading = {}, QWidget* parent = nullptr);

  void setHeading(const QString& heading);
  QVBoxLayout* body() const { return m_body; }
  // Something small at the right of the heading: a count, a button.
  void addBesideHeading(QWidget* widget);

 private:
  QLabel* m_heading;
  QHBoxLayout* m_head;
  QVBoxLayout* m_body;
};

}  // namespace ow::ui
