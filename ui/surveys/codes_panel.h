// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include "surveys/survey_panel.h"

class QLabel;
class QPushButton;

namespace ow::ui {

class LetterList;

// The codes of a round's slips, to be printed: copied, or saved to a file with one in each line. Their order says nothing of
// whom a slip goes to.
class CodesPanel : public SurveyPanel {
  Q_OBJECT
 public:
  CodesPanel(Bridge& bridge, Navigator& navigator, QWidget* parent);

 protected:
  void load(bool isOther) override;
  void focusBody() override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void receive(const base::Result<std::vector<std::string>>& codes);
  void copy();
  void chooseFile();
  void saveTo(const QString& path);

  QLabel* m_about;
  LetterList* m_list;
  QPushButton* m_copy;
  QPushButton* m_save;
  QStringList m_codes;
};

}  // namespace ow::ui
