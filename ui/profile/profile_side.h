// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>

#include "base/time_zone.h"
#include "desk/profile.h"

class QVBoxLayout;

namespace ow::ui {

class Card;
class RevealField;

// Beside the timeline: open cases with their lights, household and firms, addresses, satisfaction given, past corrections.
class ProfileSide : public QWidget {
  Q_OBJECT
 public:
  explicit ProfileSide(QWidget* parent);

  // `firstIndex` numbers the reveal buttons on from the header's.
  void setProfile(const desk::Profile& profile, base::Instant now, const base::TimeZone& zone, int firstIndex);
  const QList<RevealField*>& fields() const { return m_fields; }

 signals:
  void caseAsked(ow::domain::CaseId id);
  void partyAsked(ow::domain::PartyId id);
  void revealAsked(ow::ui::RevealField* field);

 private:
  Card* addCard(const QString& heading, const QString& name);
  void showCases(const desk::Profile& profile, base::Instant now);
  void showRelatives(const desk::Profile& profile);
  void showAddresses(const desk::Profile& profile, int firstIndex);
  void showCorrections(const desk::Profile& profile, const base::TimeZone& zone);
  void showRatings(const desk::Profile& profile);

  QVBoxLayout* m_column;
  QList<RevealField*> m_fields;
};

}  // namespace ow::ui
