// SPDX-License-Identifier: GPL-3.0-or-later
#include "cases/attachment_words.h"

#include <QCoreApplication>
#include <QLocale>

#include "cases/one_line.h"
#include "kit/words.h"
#include "sync/sync_words.h"

namespace ow::ui::words {

namespace {

struct AttachmentWords {
  Q_DECLARE_TR_FUNCTIONS(AttachmentWords)
};

QString again(const desk::AttachmentItem& item, base::Instant now, const base::TimeZone& zone) {
  return clockTime(item.nextTry.value_or(now), now, zone);
}

std::int64_t limitOf(const base::Error& error) {
  return QString::fromStdString(std::string(error.fact("limit"))).toLongLong();
}

}  // namespace

QString of(domain::DocumentKind kind) {
  switch (kind) {
    case domain::DocumentKind::application:
      return AttachmentWords::tr("Application form");
    case domain::DocumentKind::identity:
      return AttachmentWords::tr("Proof of identity");
    case domain::DocumentKind::proof:
      return AttachmentWords::tr("Supporting document");
    case domain::DocumentKind::photo:
      return AttachmentWords::tr("Photo");
    case domain::DocumentKind::decision:
      return AttachmentWords::tr("The office's own paper");
    case domain::DocumentKind::other:
      return AttachmentWords::tr("Other paper");
  }
  return {};
}

QString ofBytes(std::int64_t bytes) {
  return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeTraditionalFormat);
}

QString ofAttachmentState(const desk::AttachmentItem& item, base::Instant now, const base::TimeZone& zone) {
  const QString done = QLocale().toString(qlonglong(item.chunks - item.chunksLeft));
  const QString all = QLocale().toString(qlonglong(item.chunks));
  switch (item.state) {
    case desk::AttachmentState::here:
      return AttachmentWords::tr("✓ Here");
    case desk::AttachmentState::toSend:
      if (item.chunksLeft == item.chunks) return AttachmentWords::tr("↑ Waiting to be sent");
      return AttachmentWords::tr("↑ Being sent, %1 of %2").arg(done, all);
    case desk::AttachmentState::refused:
      return AttachmentWords::tr("▲ Refused by the centre; only here");
    case desk::AttachmentState::atCentre:
      return AttachmentWords::tr("◇ At the centre");
    case desk::AttachmentState::fetching:
      return AttachmentWords::tr("↓ Being fetched, %1 of %2").arg(done, all);
    case desk::AttachmentState::absent:
      return AttachmentWords::tr("◇ Not at the centre yet; tried again at %1").arg(again(item, now, zone));
    case desk::AttachmentState::spoiled:
      return AttachmentWords::tr("▲ What came was damaged; tried again at %1").arg(again(item, now, zone));
  }
  return {};
}

QString ofAttachmentOrigin(const desk::AttachmentItem& item, const base::TimeZone& zone) {
  QStringList parts{of(item.document), ofBytes(item.size)};
  if (!item.addedBy.empty()) parts << oneLine(item.addedBy);
  parts << dateTime(item.addedAt, zone);
  return parts.join(QStringLiteral(" · "));
}

QString ofAttachmentError(const base::Error& error, const QString& name) {
  using enum base::ErrorKind;
  if (error.kind == tooLarge && error.fact("unit") == "bytes")
    return AttachmentWords::tr("“%1” has more than %2, and that is as much as can be kept. Nothing was added.")
        .arg(name, ofBytes(limitOf(error)));
  if (error.kind == invalidInput && error.fact("rule") == "empty")
    return AttachmentWords::tr("There is nothing in “%1”. Nothing was added; scan or copy it again.").arg(name);
  if (error.kind == duplicate && error.fact("entity") == "attachment")
    return AttachmentWords::tr("The case has what is in “%1” already, under this name or another. Nothing was added.")
        .arg(name);
  if (error.kind == duplicate && error.fact("entity") == "file")
    return AttachmentWords::tr("There is a file of this name already. Nothing was saved; take another name.");
  if (error.kind == ioFailure && error.fact("changed") == "yes")
    return AttachmentWords::tr("“%1” was written to while it was read. Nothing was added; try again when it is whole.")
        .arg(name);
  if (error.kind == unsupportedFormat && !error.fact("format").empty() && error.fact("format") != "attachment")
    return AttachmentWords::tr("“%1” is no file that can be added. Nothing was added.").arg(name);
  if (error.kind == notFound && error.fact("entity") == "file")
    return AttachmentWords::tr("“%1” is not there any more. Nothing was added.").arg(name);
  if (error.kind == notFound && error.fact("entity") == "content")
    return AttachmentWords::tr("“%1” is not on this desk yet. Fetch it first.").arg(name);
  if (error.kind == notAllowed && error.fact("rule") == "file_permission")
    return AttachmentWords::tr("“%1” may not be read or written by you. Nothing was changed.").arg(name);
  if (error.kind == notAllowed && error.fact("rule") == "not_yours")
    return AttachmentWords::tr("Only who added “%1”, or a supervisor, can remove it.").arg(name);
  return sentence(error);
}

}  // namespace ow::ui::words
