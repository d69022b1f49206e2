// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/nodeprovider.h"

#include "tests/support/nodescript.h"

#include <QFile>
#include <QJsonDocument>

#include <stdexcept>

using namespace Qt::StringLiterals;

NodeProvider::NodeProvider(const QString &script, const QJsonObject &input)
    : HttpClient(QUrl())
{
    NodeScript::start(m_process, script, input);
    m_origin = m_process.waitForLine("listening on ");
    setBase(QUrl(m_origin));
}

ProviderList::ProviderList(const QJsonArray &providers)
{
    QFile file(m_folder.filePath(u"providers.json"_s));
    const QByteArray json = QJsonDocument(providers).toJson();
    if (!file.open(QFile::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        || file.write(json) != json.size())
        throw std::runtime_error(file.errorString().toStdString());
}

QStringList ProviderList::arguments() const
{
    return {u"--identity-providers"_s, m_folder.filePath(u"providers.json"_s)};
}
