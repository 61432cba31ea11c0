// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "base/time_zone.h"
#include "desk/conflicts.h"
#include "desk/proposals.h"
#include "desk/sent_work.h"
#include "desk/syncing.h"
#include "sync/sync_rows.h"

// What the sync says in plain words.
namespace ow::ui::words {

// One sentence of how things stand: "The line is cut; 12 changes wait here, the oldest since 13:40. Nothing is lost."
QString ofSync(const desk::SyncView& view, base::Instant now, const base::TimeZone& zone);
// "Waiting 12 · sent 3 · safe 4,051 · refused 1"
QString figures(const desk::SyncView& view);
// A line for each scope, how far it is received, and one for rows that nobody here can read.
QString ofScopes(const desk::SyncView& view);
// For the status strip; empty for a desk that belongs to no centre.
QString syncSign(const desk::SyncView& view);
// Empty while the clock is right.
QString clockWarning(const desk::SyncView& view);

QString ofSection(SyncSection section);
// "Case", "Phone or e-mail" ...: what an entity of that word is called. A word that is not known stands for itself.
QString ofEntity(const std::string& word);
QString ofEntityField(const std::string& entity, const std::string& field);
QString ofValue(const desk::ToldValue& value, const std::string& entity, const std::string& field, const base::TimeZone& zone);

QString ofRivalGiver(const desk::RivalValue& rival, int number);                          // "2 · Li Na · shown now"
QString ofRivalOrigin(const desk::RivalValue& rival, const base::TimeZone& zone);         // "Desk 002, 9 Aug 2026, 14:05"
QString ofProposal(const desk::OpenProposal& proposal);                                   // what it wants
QString ofProposalStory(const desk::OpenProposal& proposal, const base::TimeZone& zone);  // from whom, when, why it came late
QString ofProposalRefusal(const desk::OpenProposal& proposal);                // why it cannot be accepted; empty when it can
QString ofWork(const desk::SentWork& work);                                   // "New case", "Change of a case"
QString ofWorkStory(const desk::SentWork& work, const base::TimeZone& zone);  // by whom, when, and how it stands

// "14:05" of today, else with the date.
QString clockTime(base::Instant instant, base::Instant now, const base::TimeZone& zone);

}  // namespace ow::ui::words
