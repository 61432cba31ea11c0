// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QString>

#include "base/error.h"
#include "desk/profile.h"
#include "domain/case.h"
#include "domain/identifier_type.h"
#include "domain/limit.h"
#include "domain/party.h"
#include "domain/sex.h"
#include "domain/traffic_light.h"

// The words of the screen for the values of core: the only place that turns an enumeration or an error into a sentence, in the
// clerk's language, with the terms of the glossary (收件, 受理, 办结 ...).
namespace ow::ui::words {

QString of(domain::CaseState);
QString of(domain::CaseEventKind);        // what happened: "Accepted"
QString actionOf(domain::CaseEventKind);  // what to do: "&Accept" with mnemonic
QString of(domain::Outcome);
QString of(domain::Channel);
QString of(domain::Direction);
QString of(domain::Priority);
QString of(domain::PartyKind);
QString of(domain::Sex);
QString of(domain::IdentifierType);
QString of(domain::RelationshipKind, desk::Relative::Side);
QString of(domain::Light);
QString of(desk::Purpose);
QString of(domain::Limit);  // "20 working days"
QString ofMatched(const std::string& field);
QString ofWhy(const std::string& why);  // why an action is greyed
QString ofRatingLevel(int level);
QString ofWarning(const std::string& warning);  // what a live check at an identifier or phone field has to say

// Says what happened, what was kept, what to do next. Never blames. A wrong passphrase and a lock-out have their facts in it.
QString sentence(const base::Error& error);

// Dates and times: 2026年8月9日 / 9 Aug 2026, 24 hours, in the hall's zone.
QString date(base::Instant, const base::TimeZone&);
QString dateTime(base::Instant, const base::TimeZone&);
QString date(base::Date);
QString timeWithSeconds(base::Instant, const base::TimeZone&);  // 14:05:12
QString ago(base::Instant then, base::Instant now);
// "2 d 3 h left", "5 days over": the remaining time in words.
QString remaining(base::Instant due, base::Instant now);
QString howLong(std::chrono::seconds wait);  // "40 seconds", "5 minutes"

}  // namespace ow::ui::words
