// SPDX-License-Identifier: GPL-3.0-or-later
#include "centre/postgres_server.h"

#include <libpq-fe.h>
#include <pwd.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <stdexcept>
#include <thread>

#include "centre/installation.h"

namespace ow::test {

namespace {

constexpr const char* kPassword = "only for this test";
constexpr const char* kTemplate = "centre_as_new";

// The newest server that Debian installed; pg_config knows only the one that libpq came with.
std::string newestBinaries() {
  std::string newest;
  int best = 0;
  for (const auto& entry : std::filesystem::directory_iterator("/usr/lib/postgresql")) {
    const int version = std::atoi(entry.path().filename().c_str());
    if (version > best && std::filesystem::exists(entry.path() / "bin/postgres")) {
      best = version;
      newest = entry.path() / "bin";
    }
  }
  if (newest.empty()) throw std::runtime_error("no PostgreSQL server is installed: packaging/install-dependencies test");
  return newest;
}

// A server refuses to run as root.
void dropRoot() {
  if (::getuid() != 0) return;
  const passwd* user = ::getpwnam("postgres");
  if (user == nullptr || ::setgid(user->pw_gid) != 0 || ::setuid(user->pw_uid) != 0) ::_exit(97);
}

void giveToServer(const std::string& path) {
  const passwd* user = ::getuid() == 0 ? ::getpwnam("postgres") : nullptr;
  if (user != nullptr && ::chown(path.c_str(), user->pw_uid, user->pw_gid) != 0) throw std::runtime_error("chown " + path);
}

void run(std::vector<std::string> words) {
  std::vector<char*> argv;
  for (std::string& word : words) argv.push_back(word.data());
  argv.push_back(nullptr);
  const pid_t child = ::fork();
  if (child == 0) {
    dropRoot();
    if (std::freopen("/dev/null", "w", stdout) == nullptr) ::_exit(96);
    ::execv(argv[0], argv.data());
    ::_exit(98);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) throw std::runtime_error(words.front() + " failed");
}

}  // namespace

PGconn* openPlain(const centre::Address& as) {
  std::vector<const char*> keywords, values;
  for (const auto& [keyword, value] : as.hosts.front()) {
    keywords.push_back(keyword.c_str());
    values.push_back(value.c_str());
  }
  keywords.push_back(nullptr);
  values.push_back(nullptr);
  PGconn* connection = PQconnectdbParams(keywords.data(), values.data(), 0);
  if (PQstatus(connection) != CONNECTION_OK) {
    const std::string message = PQerrorMessage(connection);
    PQfinish(connection);
    throw std::runtime_error(message);
  }
  PQsetNoticeProcessor(connection, [](void*, const char*) {}, nullptr);
  return connection;
}

namespace {

centre::Address must(base::Result<centre::Address> address) {
  if (!address) throw std::runtime_error(base::describe(address.error()));
  return std::move(address.value());
}

}  // namespace

PostgresServer& PostgresServer::shared() {
  static PostgresServer server;
  return server;
}

PostgresServer::PostgresServer(ServerShape shape) : m_shape(shape), m_binaries(newestBinaries()) {
  std::filesystem::permissions(m_folder.path(), std::filesystem::perms::all);
  const std::string passwordFile = m_folder / "password";
  std::ofstream(passwordFile) << kPassword << "\n";
  run({m_binaries + "/initdb", "-D", m_folder / "data", "-U", "postgres", "-A", "scram-sha-256", "--pwfile=" + passwordFile,
       "-E", "UTF8", "--locale=C.UTF-8", "-N"});
  start("data");
  if (shape.standby != Standby::none) addStandby();
  runSql(superuser("postgres"), std::string("CREATE ROLE ow_admin LOGIN CREATEROLE CREATEDB PASSWORD '") + kPassword + "'");
  runSql(superuser("postgres"), "GRANT pg_monitor TO ow_admin WITH ADMIN OPTION");
  runSql(superuser("postgres"), std::string("CREATE DATABASE ") + kTemplate + " OWNER ow_admin");
  const auto installed = centre::installCentre(admin(kTemplate), centre::Installing::fresh);
  if (!installed) throw std::runtime_error(base::describe(installed.error()));
}

PostgresServer::~PostgresServer() {
  for (const char* which : {"standby", "data"}) try {
      if (m_shape.standby != Standby::none || which == std::string_view("data")) stop(which);
    } catch (const std::exception&) {  // it was not running
    }
}

void PostgresServer::start(const std::string& which) {
  const std::string sockets = which == "data" ? m_folder.path() : m_folder / which;
  run({m_binaries + "/pg_ctl", "-D", m_folder / which, "-w", "-s", "-l", m_folder / (which + ".log"), "-o",
       std::string("-c listen_addresses='' -c fsync=") + (m_shape.isDurable ? "on" : "off") +
           " -c max_connections=" + std::to_string(m_shape.connections) +
           " -c shared_buffers=" + std::to_string(m_shape.sharedMiB) + "MB -c unix_socket_directories='" + sockets + "'",
       "start"});
}

void PostgresServer::stop(const std::string& which) {
  run({m_binaries + "/pg_ctl", "-D", m_folder / which, "-w", "-s", "-m", "immediate", "stop"});
}

void PostgresServer::addStandby() {
  const std::string passwords = m_folder / "passwords";
  std::ofstream(passwords) << "*:*:*:postgres:" << kPassword << "\n";
  std::filesystem::permissions(passwords, std::filesystem::perms::owner_read);
  giveToServer(passwords);
  run({m_binaries + "/pg_basebackup", "-D", m_folder / "standby", "-R", "-X", "stream", "-c", "fast", "-d",
       "host=" + m_folder.path().string() + " user=postgres application_name=standby passfile=" + passwords});
  start("standby");
  if (m_shape.standby == Standby::unawaited) return;
  if (m_shape.standby == Standby::applied) runSql(superuser("postgres"), "ALTER SYSTEM SET synchronous_commit = remote_apply");
  runSql(superuser("postgres"), "ALTER SYSTEM SET synchronous_standby_names = '*'");
  runSql(superuser("postgres"), "SELECT pg_reload_conf()");
  while (runSql(superuser("postgres"), "SELECT count(*) FROM pg_stat_replication WHERE sync_state = 'sync'") != "1")
    std::this_thread::yield();
}

void PostgresServer::promoteStandby() {
  run({m_binaries + "/pg_ctl", "-D", standbyFolder(), "-w", "-s", "promote"});
}

pid_t PostgresServer::program() const {
  std::ifstream file(m_folder / "data/postmaster.pid");
  pid_t pid = 0;
  file >> pid;
  return pid;
}

void PostgresServer::crash() {
  const pid_t pid = program();
  ::kill(pid, SIGKILL);
  while (::kill(pid, 0) == 0 && std::filesystem::exists("/proc/" + std::to_string(pid))) std::this_thread::yield();
  start("data");
}

std::string PostgresServer::dsn(const std::string& database) const {
  return "host=" + m_folder.path().string() + " dbname=" + database;
}

std::string PostgresServer::dsnWithStandby(const std::string& database) const {
  return "host=" + m_folder.path().string() + "," + standbyFolder().string() + " dbname=" + database +
         " target_session_attrs=prefer-standby";
}

centre::Address PostgresServer::admin(const std::string& database) const {
  return must(centre::Address::parse(dsn(database))).as("ow_admin", kPassword);
}

centre::Address PostgresServer::superuser(const std::string& database) const {
  return must(centre::Address::parse(dsn(database))).as("postgres", kPassword);
}

centre::Address PostgresServer::superuserOfStandby(const std::string& database) const {
  return must(centre::Address::parse("host=" + standbyFolder().string() + " dbname=" + database)).as("postgres", kPassword);
}

std::string PostgresServer::newCentre() {
  const std::string name = "centre_" + std::to_string(++m_databases);
  runSql(admin("postgres"), "CREATE DATABASE " + name + " TEMPLATE " + kTemplate);
  return name;
}

std::string runSql(const centre::Address& as, const std::string& sql) {
  PGconn* connection = openPlain(as);
  PGresult* result = PQexec(connection, sql.c_str());
  const ExecStatusType status = PQresultStatus(result);
  const std::string message = PQresultErrorMessage(result);
  std::string value;
  if (status == PGRES_TUPLES_OK && PQntuples(result) > 0 && PQnfields(result) > 0) value = PQgetvalue(result, 0, 0);
  PQclear(result);
  PQfinish(connection);
  if (status != PGRES_TUPLES_OK && status != PGRES_COMMAND_OK) throw std::runtime_error(message);
  return value;
}

std::string stateOf(const centre::Address& as, const std::string& sql) {
  PGconn* connection = openPlain(as);
  PGresult* result = PQexec(connection, sql.c_str());
  const char* state = PQresultErrorField(result, PG_DIAG_SQLSTATE);
  std::string text = state == nullptr ? "" : state;
  PQclear(result);
  PQfinish(connection);
  return text;
}

}  // namespace ow::test
