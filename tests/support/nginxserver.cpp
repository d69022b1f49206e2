// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/nginxserver.h"

#include <QFile>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <stdexcept>

using namespace Qt::StringLiterals;

namespace {
constexpr int mostAttempts = 5; // another program may take the port first

constexpr auto configuration = R"(
daemon off;
master_process off;
pid %1/nginx.pid;
error_log stderr notice;
events { worker_connections 512; }
http {
    access_log off;
    client_body_temp_path %1/body;
    proxy_temp_path %1/proxy;
    fastcgi_temp_path %1/fastcgi;
    uwsgi_temp_path %1/uwsgi;
    scgi_temp_path %1/scgi;
    upstream waymark {
%2        keepalive 16;
    }
    server {
        listen 127.0.0.1:%3;
        client_max_body_size 64m;
        location / {
            proxy_pass http://waymark;
            proxy_http_version 1.1;
            proxy_set_header Connection "";
            proxy_set_header Host $http_host;
            proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
            proxy_buffering off;
            proxy_connect_timeout 2s;
            proxy_next_upstream error timeout http_502 http_503;
        }
        location /internal/ { return 404; }
    }
}
)";

quint16 freePort()
{
    const int descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto *generic = reinterpret_cast<sockaddr *>(&address);
    const bool bound = ::bind(descriptor, generic, size) == 0 && ::getsockname(descriptor, generic, &size) == 0;
    ::close(descriptor);
    return bound ? ntohs(address.sin_port) : quint16(0);
}
}

NginxServer::NginxServer(const QList<QUrl> &servers)
{
    for (int i = 0; i < mostAttempts && m_base.isEmpty(); ++i)
        start(servers);
    if (m_base.isEmpty())
        throw std::runtime_error("nginx does not start (scripts/setup installs it): " + m_process.errors().toStdString()
                                 + m_process.errorString().toStdString());
}

void NginxServer::start(const QList<QUrl> &servers)
{
    QString upstreams;
    for (const QUrl &server : servers)
        upstreams += u"        server %1:%2 max_fails=1 fail_timeout=5s;\n"_s.arg(server.host()).arg(server.port());
    const quint16 port = freePort();
    const QString name = m_folder.filePath(u"nginx.conf"_s);
    QFile file(name);
    if (!file.open(QFile::WriteOnly | QFile::Truncate))
        throw std::runtime_error("cannot write " + name.toStdString());
    file.write(QString::fromLatin1(configuration).arg(m_folder.path(), upstreams).arg(port).toUtf8());
    file.close();
    m_process.start(u"/usr/sbin/nginx"_s, {u"-p"_s, m_folder.path(), u"-e"_s, u"stderr"_s, u"-c"_s, name});
    // nginx listens before it writes this line.
    if (m_process.waitForError("using the \"epoll\" event method"))
        m_base = QUrl(u"http://127.0.0.1:%1/v1"_s.arg(port));
}
