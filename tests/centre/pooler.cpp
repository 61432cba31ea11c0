// SPDX-License-Identifier: GPL-3.0-or-later
#include "centre/pooler.h"

#include <libpq-fe.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <stdexcept>
#include <thread>

namespace ow::test {

namespace {

constexpr const char* kPort = "6432";  // of its socket's name alone

}  // namespace

Pooler::Pooler(const PostgresServer& server, int serverConnections) : m_folder(server.folder() / "pooler") {
  std::filesystem::create_directory(m_folder);
  std::filesystem::permissions(m_folder, std::filesystem::perms::all);
  const auto root = server.superuser("postgres").hosts.front();
  std::ofstream(m_folder / "users") << '"' << centre::valueOf(root, "user") << "\" \"" << centre::valueOf(root, "password")
                                    << "\"\n";
  std::ofstream(m_folder / "pgbouncer.ini")
      << "[databases]\n* = host=" << server.folder().string() << "\n[pgbouncer]\nlisten_port = " << kPort
      << "\nunix_socket_dir = " << m_folder.string() << "\nlogfile = " << (m_folder / "log").string()
      << "\npool_mode = transaction\nmax_client_conn = 1500\ndefault_pool_size = " << serverConnections
      << "\nserver_idle_timeout = 600\nauth_type = scram-sha-256\nauth_file = " << (m_folder / "users").string()
      << "\nauth_user = postgres\nauth_query = SELECT usename, passwd FROM pg_shadow WHERE usename = $1"
         "\nignore_startup_parameters = extra_float_digits\nlog_connections = 0\nlog_disconnections = 0\n";
  m_program = ::fork();
  if (m_program == 0) {
    if (::getuid() == 0)
      ::execlp("pgbouncer", "pgbouncer", "-q", "-u", "postgres", (m_folder / "pgbouncer.ini").c_str(), nullptr);
    else
      ::execlp("pgbouncer", "pgbouncer", "-q", (m_folder / "pgbouncer.ini").c_str(), nullptr);
    ::_exit(98);
  }
  // Its socket is in the folder a moment before it listens there.
  while (PQping(dsn("postgres").c_str()) == PQPING_NO_RESPONSE) {
    if (::waitpid(m_program, nullptr, WNOHANG) == m_program)
      throw std::runtime_error("pgbouncer does not run: packaging/install-dependencies test");
    std::this_thread::yield();
  }
}

Pooler::~Pooler() {
  ::kill(m_program, SIGINT);
  ::waitpid(m_program, nullptr, 0);
}

centre::Address Pooler::through(centre::Address address) const {
  for (auto& host : address.hosts) {
    std::erase_if(host, [](const auto& p) { return p.first == "port" || p.first == "host"; });
    host.emplace_back("host", m_folder.string());
    host.emplace_back("port", kPort);
  }
  return address;
}

std::string Pooler::dsn(const std::string& database) const {
  return "host=" + m_folder.string() + " port=" + kPort + " dbname=" + database;
}

}  // namespace ow::test
