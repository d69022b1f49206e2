// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/docs/errorcodes.h"

#include "server/core/docs/apireference.h"
#include "server/core/pages/pagerenderer.h"

#include <algorithm>
#include <stdexcept>

using namespace Qt::StringLiterals;

QList<ErrorCode> readErrorCodes()
{
    QList<ErrorCode> codes;
    const auto lines = QString::fromUtf8(PageRenderer::file(u"errorcodes.txt"_s)).split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines) {
        if (line.startsWith(u'#'))
            continue;
        const qsizetype at = line.indexOf(u" = "_s);
        const QStringList parts = line.mid(at + 3).split(u'|');
        if (at < 0 || parts.size() != 3)
            throw std::runtime_error("errorcodes.txt has a malformed line: " + line.toStdString());
        ErrorCode code;
        code.code = line.left(at);
        code.statuses = parts[0].split(u' ', Qt::SkipEmptyParts);
        for (const QString &tag : parts[1].split(u',', Qt::SkipEmptyParts)) {
            if (!tag.trimmed().isEmpty())
                code.tags += tag.trimmed();
        }
        code.meaning = parts[2].trimmed();
        codes += code;
    }
    return codes;
}

QList<ErrorCode> codesOf(const ReferenceCall &call, const QList<ErrorCode> &all)
{
    const QStringList statuses = call.operation[u"responses"_s].toObject().keys();
    const auto answers = [&](const QString &status) {
        return statuses.contains(status) || (status.startsWith(u'5') && statuses.contains(u"5XX"_s));
    };
    QList<ErrorCode> codes;
    for (const ErrorCode &code : all) {
        if ((code.tags.contains(u"*"_s) || code.tags.contains(call.tag))
            && std::any_of(code.statuses.cbegin(), code.statuses.cend(), answers))
            codes += code;
    }
    return codes;
}
