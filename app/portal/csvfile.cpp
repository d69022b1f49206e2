// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/csvfile.h"

#include <QDate>
#include <QDir>
#include <QSaveFile>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

void CsvFile::save(const QString &path, const QVariantMap &query, const QString &name)
{
    QUrlQuery items;
    for (auto it = query.begin(); it != query.end(); ++it) {
        if (!it->toString().isEmpty())
            items.addQueryItem(it.key(), it->toString());
    }
    ApiRequest request = ApiRequest::get(path, items);
    request.contentType = "text/csv";
    act(request, [this, name](const ApiAnswer &answer) {
        const QString folder = QStandardPaths::writableLocation(QStandardPaths::DownloadLocation);
        QDir().mkpath(folder);
        QSaveFile file(u"%1/%2-%3.csv"_s.arg(folder, name, QDate::currentDate().toString(Qt::ISODate)));
        const bool written =
            file.open(QFile::WriteOnly) && file.write(answer.body) == answer.body.size() && file.commit();
        Q_EMIT saved(written ? file.fileName() : QString());
    });
}
