// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

#include <map>
#include <optional>
#include <vector>

#include "desk/surveys.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace ow::ui {

class Bridge;
class FieldRow;
class KeptFields;
class Navigator;
class ServicePicker;

// A new round: what it is called and asks, whom, how many and how. How many persons fit is told while it is filled in, and the
// sample that was told is the one that is opened. What is typed is a durable draft.
class DrawSheet : public QWidget {
  Q_OBJECT
 public:
  DrawSheet(Bridge& bridge, Navigator& navigator, QWidget* parent);
  ~DrawSheet() override;

  void start();  // in front: brings an unfinished one back
  void takeFocus();
  void confirm();
  bool hasText() const;
  void flush();

 signals:
  void opened(ow::domain::SurveyRoundId id);
  void left();

 protected:
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void makeFields();
  QWidget* arrange();
  void connectParts();
  void fillForms();
  void touched();
  void frameTouched();
  void empty();
  QJsonObject typed() const;
  void setTyped(const QJsonObject& typed);
  std::optional<desk::SurveyFrame> frame() const;  // nothing: a day is not understood
  std::vector<domain::SurveyChannel> channels() const;
  void draw();
  void receive(const base::Result<desk::SurveySample>& sample);
  void showState();
  QString missing() const;
  void finish(const base::Result<domain::SurveyRoundId>& done);

  Bridge& m_bridge;
  Navigator& m_navigator;
  QLineEdit* m_name;
  QComboBox* m_form;
  ServicePicker* m_service;
  QComboBox* m_cameBy;
  QLineEdit* m_from;
  QLineEdit* m_until;
  QSpinBox* m_size;
  std::map<domain::SurveyChannel, QCheckBox*> m_channels;
  QLineEdit* m_closes;
  QLabel* m_frame;
  QLabel* m_say;
  QLabel* m_keptAt;
  QPushButton* m_cancel;
  QPushButton* m_open;
  KeptFields* m_kept;
  QTimer m_pause;  // between the last key and the counting
  std::optional<desk::SurveySample> m_sample;
  int m_ticket = 0;
  bool m_isFilling = false;
  bool m_isOpening = false;
};

}  // namespace ow::ui
