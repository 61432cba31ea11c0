// SPDX-License-Identifier: GPL-3.0-or-later
#include "centre/postgres_register.h"

#include <boost/json.hpp>

#include "base/time_text.h"
#include "centre/connection.h"
#include "centre/json_text.h"
#include "domain/row_text.h"

namespace ow::centre {

namespace json = boost::json;
using base::ErrorKind;
using base::Result;
using domain::Candidate;
using sync::LooksTaken;

namespace {

constexpr int kAdoptionTries = 3;  // of an adoption that met a push half-way

// Refusals of the register are not of this desk but of what was asked.
base::Error understood(const base::Error& error) {
  const std::string_view rule = error.fact("rule");
  const bool isOfTheDesk = rule == "session" || rule == "desk" || rule == "revoked" || rule == "login" ||
                           rule == "certificate" || rule == "client_too_old" || rule == "right";
  if (error.kind != ErrorKind::centreRefused || isOfTheDesk) return error;
  return base::fail(ErrorKind::notAllowed, {{"rule", std::string(rule)}});
}

base::Error unreadable() {
  return base::fail(ErrorKind::internal, {{"where", "register_answer"}});
}

// {"rule": "too_many", "seconds": 7} where there was no room for one more.
Result<json::value> readAnswer(const std::string& text) {
  boost::system::error_code code;
  json::value answer = json::parse(text, code);
  if (code) return unreadable();
  const json::object* object = answer.if_object();
  if (object == nullptr || !object->contains("rule")) return answer;
  return base::fail(ErrorKind::notAllowed, {{"rule", json::value_to<std::string>(object->at("rule"))},
                                            {"seconds", json::serialize(object->at("seconds"))}});
}

std::string textOf(const json::object& object, const char* name) {
  const json::value* value = object.if_contains(name);
  return value == nullptr || !value->is_string() ? std::string() : std::string(value->as_string());
}

Candidate candidateOf(const json::object& row) {
  Candidate candidate;
  candidate.n = int(row.at("n").as_int64());
  candidate.kind = base::fromCode<domain::PartyKind>(textOf(row, "kind")).value_or(domain::PartyKind::person);
  candidate.name = textOf(row, "name");
  candidate.birthYear = textOf(row, "birth_year");
  candidate.numberType = textOf(row, "number_type");
  candidate.number = textOf(row, "number");
  for (const json::value& hall : row.at("halls").as_array()) candidate.halls.push_back(json::value_to<std::string>(hall));
  candidate.party = domain::PartyId::parse(textOf(row, "party"));
  return candidate;
}

// PostgreSQL's text form of an array of any texts.
std::string quotedArray(const std::vector<std::string>& texts) {
  std::string array = "{";
  for (const std::string& text : texts) {
    if (array.size() > 1) array += ',';
    array += '"';
    for (const char c : text) {
      if (c == '"' || c == '\\') array += '\\';
      array += c;
    }
    array += '"';
  }
  return array + "}";
}

std::string looksText(std::span<const sync::SentLook> looks) {
  std::string out = "[";
  for (const sync::SentLook& look : looks) {
    if (out.size() > 1) out += ',';
    out += "{\"at\":" + std::to_string(base::toMillis(look.at));
    appendField(out, "id", look.id.text());
    appendField(out, "staff", look.staff.text());
    appendField(out, "party", look.party.text());
    appendField(out, "act", look.act);
    appendField(out, "field", look.field);
    appendField(out, "purpose", look.purpose);
    out += "}";
  }
  return out + "]";
}

}  // namespace

PostgresRegister::PostgresRegister(std::unique_ptr<PostgresCentre> own) : m_own(std::move(own)), m_line(*m_own) {}
PostgresRegister::PostgresRegister(PostgresCentre& line) : m_line(line) {}
PostgresRegister::~PostgresRegister() = default;

Result<std::string> PostgresRegister::ask(const char* sql, std::vector<std::string> values, Again again) {
  for (auto session = PostgresCentre::Session::any;; session = PostgresCentre::Session::fresh) {
    OW_TRY(const auto said, m_line.said(session));
    std::vector<Parameter> parameters{*said.token};
    for (const std::string& value : values) parameters.push_back(value.empty() ? Parameter() : Parameter(value));
    auto answer = said.connection->value(sql, parameters, m_line.deadlines().call);
    if (answer) return answer.value().value_or("");
    const bool hasEnded = answer.error().kind == ErrorKind::centreRefused && answer.error().fact("rule") == "session";
    const bool isFresh = session == PostgresCentre::Session::fresh;
    if (!hasEnded || isFresh || again == Again::never) return understood(answer.error());
  }
}

Result<base::Uuid> PostgresRegister::grantSearch(const domain::CentralQuestion& question, const sync::SearchReason& reason) {
  OW_TRY(const auto text, ask("SELECT ow_api.grant_search($1::bytea, $2::uuid, $3, $4::text[], $5, $6, $7::uuid)",
                              {reason.clerk.text(), std::string(base::code(question.by)), quotedArray(question.asked),
                               question.birthDate ? base::isoText(*question.birthDate) : std::string(), reason.purpose,
                               reason.caseId ? reason.caseId->text() : std::string()},
                              Again::whenSessionEnded));
  OW_TRY(const auto answer, readAnswer(text));
  const auto grant = answer.is_object() ? base::Uuid::parse(textOf(answer.as_object(), "grant")) : std::nullopt;
  if (!grant) return unreadable();
  return *grant;
}

// A grant is worth nothing in another session, so a session that ended is not begun again here.
Result<std::vector<Candidate>> PostgresRegister::search(const base::Uuid& grant) {
  OW_TRY(const auto text, ask("SELECT ow_api.search($1::bytea, $2::uuid)", {grant.text()}, Again::never));
  OW_TRY(const auto answer, readAnswer(text));
  try {
    std::vector<Candidate> candidates;
    for (const json::value& row : answer.as_array()) candidates.push_back(candidateOf(row.as_object()));
    return candidates;
  } catch (const std::exception&) {
    return unreadable();
  }
}

Result<domain::PartyId> PostgresRegister::adopt(const base::Uuid& grant, int candidate) {
  for (int attempt = 1;; ++attempt) {
    const auto text =
        ask("SELECT ow_api.adopt($1::bytea, $2::uuid, $3::integer)", {grant.text(), std::to_string(candidate)}, Again::never);
    const bool hasMet = !text && text.error().kind == ErrorKind::centreAway && text.error().fact("detail").starts_with("40");
    if (hasMet && attempt < kAdoptionTries) continue;
    if (!text) return text.error();
    OW_TRY(const auto answer, readAnswer(text.value()));
    const auto party = answer.is_object() ? domain::PartyId::parse(textOf(answer.as_object(), "party")) : std::nullopt;
    if (!party) return unreadable();
    return *party;
  }
}

Result<LooksTaken> PostgresRegister::recordLooks(std::span<const sync::SentLook> looks, std::span<const std::int64_t> seen) {
  std::string places = "{";
  for (const std::int64_t n : seen) places += (places.size() > 1 ? "," : "") + std::to_string(n);
  OW_TRY(const auto text, ask("SELECT ow_api.record_looks($1::bytea, $2::jsonb, $3::bigint[])",
                              {looksText(looks), places + "}"}, Again::whenSessionEnded));
  OW_TRY(const auto answer, readAnswer(text));
  try {
    LooksTaken taken;
    taken.head = {answer.at("n").as_int64(), json::value_to<std::string>(answer.at("hash"))};
    for (const json::value& hash : answer.at("seen").as_array())
      taken.seen.push_back(hash.is_null() ? std::string() : json::value_to<std::string>(hash));
    return taken;
  } catch (const std::exception&) {
    return unreadable();
  }
}

}  // namespace ow::centre
