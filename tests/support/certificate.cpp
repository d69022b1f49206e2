// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/certificate.h"

#include <QProcess>

#include <stdexcept>

using namespace Qt::StringLiterals;

Certificate::Certificate(const QString &name)
{
    QProcess openssl;
    openssl.start(u"openssl"_s,
                  {u"req"_s, u"-x509"_s, u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:P-256"_s,
                   u"-nodes"_s, u"-days"_s, u"2"_s, u"-subj"_s, u"/CN=Waymark's tests"_s, u"-addext"_s,
                   u"subjectAltName="_s + name, u"-keyout"_s, key(), u"-out"_s, file()});
    if (!openssl.waitForFinished() || openssl.exitCode() != 0)
        throw std::runtime_error("openssl cannot create a certificate: "
                                 + openssl.readAllStandardError().toStdString());
}
