// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/postgresserver.h"

#include <QDir>
#include <QFile>
#include <QLockFile>
#include <QUrl>
#include <QUrlQuery>

#include <grp.h>
#include <pwd.h>
#include <unistd.h>

#include <csignal>
#include <stdexcept>

using namespace Qt::StringLiterals;

namespace {
const QString superuser = u"waymark"_s;

/// Returns the folder of the newest version that Debian has installed.
QString programsFolder()
{
    const QDir versions(u"/usr/lib/postgresql"_s);
    int newest = 0;
    for (const QString &name : versions.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        if (QFile::exists(versions.filePath(name + u"/bin/initdb"_s)))
            newest = qMax(newest, name.toInt());
    }
    if (newest == 0)
        throw std::runtime_error("PostgreSQL is not installed: run scripts/setup");
    return versions.filePath(QString::number(newest) + u"/bin"_s);
}

/// Copies a folder with the owners of its files, over a rest of a copy that was interrupted.
void copy(const QString &from, const QString &to)
{
    if (QProcess::execute(u"cp"_s, {u"--archive"_s, u"--no-target-directory"_s, from, to}) != 0)
        throw std::runtime_error("cannot copy " + from.toStdString() + " to " + to.toStdString());
}
}

PostgresServer::PostgresServer()
    : m_programs(programsFolder())
{
    if (::geteuid() == 0) {
        const passwd *user = ::getpwnam("postgres");
        if (!user)
            user = ::getpwnam("nobody");
        m_user = QString::fromLocal8Bit(user->pw_name);
        if (::chown(QFile::encodeName(m_folder.path()).constData(), user->pw_uid, user->pw_gid) != 0)
            throw std::runtime_error("cannot change the owner of the folder for PostgreSQL");
    }
    createCluster();
    start();
}

PostgresServer::~PostgresServer() { stop(); }

/// Returns a command line that runs a program as the user of the server. setpriv also stops the program when the test
/// ends or crashes.
QStringList PostgresServer::asUser(const QString &program, const QStringList &arguments) const
{
    QStringList command{u"--pdeathsig"_s, u"INT"_s};
    if (!m_user.isEmpty())
        command +=
            {u"--reuid"_s, m_user, u"--regid"_s, m_user == u"nobody"_s ? u"nogroup"_s : m_user, u"--clear-groups"_s};
    return command + QStringList{u"--"_s, program} + arguments;
}

QByteArray PostgresServer::run(const QString &program, const QStringList &arguments) const
{
    QProcess process;
    process.setWorkingDirectory(u"/"_s); // the other user may not have access to the current folder
    process.start(u"setpriv"_s, asUser(program, arguments));
    if (!process.waitForFinished(60'000) || process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        throw std::runtime_error((program.toUtf8() + ": " + process.readAllStandardError()).toStdString());
    return process.readAllStandardOutput();
}

/// Copies the cluster that the first test of the build has made, because initdb takes ten times as long.
void PostgresServer::createCluster()
{
    const QString data = m_folder.filePath(u"data"_s);
    const QString made =
        QStringLiteral(WAYMARK_BINARY_DIR) + u"/tests/cluster-%1-%2"_s.arg(m_programs.section(u'/', -2, -2), m_user);
    QLockFile lock(made + u".lock"_s);
    lock.setStaleLockTime(0); // only the end of its process ends a lock
    if (!lock.lock())
        throw std::runtime_error("cannot lock " + made.toStdString());
    if (!QFile::exists(made)) {
        run(m_programs + u"/initdb"_s,
            {u"-D"_s, data, u"-U"_s, superuser, u"-E"_s, u"UTF8"_s, u"--locale=C.UTF-8"_s, u"--auth=trust"_s,
             u"--no-sync"_s, u"--no-instructions"_s});
        copy(data, made + u".new"_s);
        if (!QDir().rename(made + u".new"_s, made))
            throw std::runtime_error("cannot rename to " + made.toStdString());
        return;
    }
    lock.unlock();
    copy(made, data);
}

void PostgresServer::start()
{
    m_process = std::make_unique<ChildProcess>();
    m_process->setChildProcessModifier([] {}); // setpriv ends the server
    m_process->setWorkingDirectory(u"/"_s);
    QStringList arguments{u"-D"_s, m_folder.filePath(u"data"_s), u"-k"_s, m_folder.path()};
    for (const char *setting :
         {"listen_addresses=", "fsync=off", "full_page_writes=off", "synchronous_commit=off", "shared_buffers=32MB"})
        arguments += {u"-c"_s, QString::fromLatin1(setting)};
    m_process->start(u"setpriv"_s, asUser(m_programs + u"/postgres"_s, arguments));
    if (!m_process->waitForError("database system is ready to accept connections"))
        throw std::runtime_error("PostgreSQL cannot be started: " + m_process->errors().toStdString());
}

void PostgresServer::stop()
{
    if (!m_process || m_process->state() == QProcess::NotRunning)
        return;
    ::kill(pid_t(m_process->processId()), SIGINT); // fast shutdown: ends all connections
    m_process->waitForFinished(30'000);
}

QString PostgresServer::createDatabase()
{
    const QString name = u"test%1"_s.arg(++m_databases);
    run(m_programs + u"/createdb"_s, {u"-h"_s, m_folder.path(), u"-U"_s, superuser, name});
    return u"postgresql://%1@/%2?host=%3"_s.arg(superuser, name, m_folder.path());
}

QByteArray PostgresServer::sql(const QString &database, const QString &statement) const
{
    const QString name = QUrl(database).path().mid(1);
    return run(m_programs + u"/psql"_s,
               {u"-h"_s, m_folder.path(), u"-U"_s, superuser, u"-d"_s, name, u"-XAtq"_s, u"-v"_s, u"ON_ERROR_STOP=1"_s,
                u"-c"_s, statement});
}
