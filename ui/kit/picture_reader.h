// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QImage>
#include <QObject>
#include <QProcess>
#include <QTimer>

#include <string>

namespace ow::ui {

// A picture out of bytes that nobody vouches for: decoded in a program of its own (onewindow-picture), which has little memory,
// a few seconds, no file that it may write, and gives back plain pixels. What breaks there breaks nothing here. One picture; UI
// thread.
class PictureReader : public QObject {
  Q_OBJECT
 public:
  explicit PictureReader(QObject* parent);
  ~PictureReader() override;

  // Where the program is; beside this one unless somebody says otherwise.
  static void setProgram(const QString& path);

  // PNG or JPEG, made smaller where it is larger than that many pixels a side.
  void read(const std::string& bytes, int side);

 signals:
  // A null image: it cannot be shown (damaged, too large, no picture at all, no such program).
  void done(const QImage& image);

 private:
  void finish();
  void end(const QImage& image);

  QProcess m_process;
  QTimer m_patience;
  QByteArray m_bytes;
  bool m_hasEnded = false;
};

}  // namespace ow::ui
