// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

#include <optional>

#include "desk/attachments.h"

class QComboBox;
class QFileDialog;
class QLabel;
class QListView;
class QPushButton;

namespace ow::ui {

class AttachmentModel;
class Bridge;
class Navigator;

// The files of a case: added by a key, the button or by dropping them here; looked at where that is safe, else saved as a copy.
// F7 adds, Enter opens or fetches, S saves a copy, Delete twice removes.
class CaseAttachments : public QWidget {
  Q_OBJECT
 public:
  CaseAttachments(Bridge& bridge, Navigator& navigator, QWidget* parent);

  void setCase(domain::CaseId id);
  void setRefusal(const QString& why);
  // Reads the list again; one question at a time is on its way.
  void load();

  void chooseFiles();
  void addFiles(const QStringList& paths);
  void openCurrent();
  void saveCurrent();
  void saveTo(domain::AttachmentId id, const QString& path);
  void removeCurrent();

 signals:
  void loaded();
  void left();  // Esc in the list

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;
  void dragEnterEvent(QDragEnterEvent* event) override;
  void dropEvent(QDropEvent* event) override;

 private:
  void makeParts();
  void receive(base::Result<std::vector<desk::AttachmentItem>> items);
  void addNext();
  void open(const desk::AttachmentItem& item);
  void fetch(const desk::AttachmentItem& item);
  void show(const desk::AttachmentItem& item);
  void openWhatCame();
  void showState();
  void say(const QString& sentence);
  QFileDialog* fileDialog(const QString& title);
  const desk::AttachmentItem* current() const;

  Bridge& m_bridge;
  Navigator& m_navigator;
  domain::CaseId m_case;
  AttachmentModel* m_model;
  QListView* m_list;
  QLabel* m_empty;
  QLabel* m_say;
  QComboBox* m_kind;
  QPushButton *m_add, *m_open, *m_save, *m_remove;
  QString m_refusal;
  QStringList m_toAdd;
  bool m_isAdding = false, m_isLoading = false, m_isLoadDue = false;
  std::optional<domain::AttachmentId> m_awaited;  // opens when it is here
  std::optional<domain::AttachmentId> m_doomed;   // Delete was pressed once
};

}  // namespace ow::ui
