// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/picture_reader.h"

#include <QCoreApplication>
#include <QDir>

#include <chrono>
#include <utility>

#include "kit/picture_pixels.h"

namespace ow::ui {

namespace {

constexpr std::chrono::seconds kPatience{15};

QString& chosenProgram() {
  static QString path;
  return path;
}

QString program() {
  if (!chosenProgram().isEmpty()) return chosenProgram();
  return QDir(QCoreApplication::applicationDirPath()).filePath(QStringLiteral("onewindow-picture"));
}

}  // namespace

void PictureReader::setProgram(const QString& path) {
  chosenProgram() = path;
}

PictureReader::PictureReader(QObject* parent) : QObject(parent) {
  // Nothing of our surroundings decides what the other program loads.
  QProcessEnvironment bare;
  bare.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
  m_process.setProcessEnvironment(bare);
  m_process.setStandardErrorFile(QProcess::nullDevice());
  m_patience.setSingleShot(true);
  connect(&m_patience, &QTimer::timeout, this, [this] { end({}); });
  connect(&m_process, &QProcess::errorOccurred, this, [this] {
    // A program that leaves its input unread may still have answered.
    if (m_process.state() == QProcess::NotRunning) end({});
  });
  connect(&m_process, &QProcess::started, this, [this] {
    m_process.write(m_bytes);
    m_process.closeWriteChannel();
    m_bytes.clear();
  });
  connect(&m_process, &QProcess::finished, this, &PictureReader::finish);
}

PictureReader::~PictureReader() {
  m_process.disconnect(this);
  m_process.kill();
  m_process.waitForFinished(1000);
}

void PictureReader::read(const std::string& bytes, int side) {
  m_bytes = QByteArray(bytes.data(), qsizetype(bytes.size()));
  m_patience.start(kPatience);
  m_process.start(program(), {QString::number(side)});
}

void PictureReader::finish() {
  const bool isWell = m_process.exitStatus() == QProcess::NormalExit && m_process.exitCode() == 0;
  end(isWell ? imageOf(m_process.readAllStandardOutput()) : QImage());
}

void PictureReader::end(const QImage& image) {
  if (std::exchange(m_hasEnded, true)) return;
  m_patience.stop();
  emit done(image);
}

}  // namespace ow::ui
