// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/facesmodel.h"

#include "app/portal/rolevalues.h"

#include <QDir>
#include <QFile>
#include <QMimeDatabase>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

QString FacesModel::models() const
{
    QStringList names;
    const QVariantList models = m_analysis.value(u"models"_s).toList();
    for (const QVariant &model : models) {
        const QVariantMap used = model.toMap();
        names += used.value(u"name"_s).toString() + u' ' + used.value(u"version"_s).toString();
    }
    return names.join(u", "_s);
}

QUrl FacesModel::pictureFolder()
{
    const QString pictures = QStandardPaths::writableLocation(QStandardPaths::PicturesLocation);
    return QUrl::fromLocalFile(QDir(pictures).exists() ? pictures : QDir::homePath());
}

void FacesModel::look(const QUrl &picture)
{
    const int serial = ++m_serial;
    m_picture = picture;
    m_analysis.clear();
    m_problem.clear();
    m_modelsMissing = false;
    m_loadState = LoadState::Loading;
    Q_EMIT changed();
    QFile file(picture.toLocalFile());
    if (!picture.isLocalFile() || !file.open(QFile::ReadOnly))
        return fail(tr("Can't read this file."));
    if (file.size() > mostBytes)
        return fail(tr("This image is too large. The limit is 16 MB."));
    const QByteArray content = file.readAll();
    // Decided by the content, not by the file name.
    const QString type = QMimeDatabase().mimeTypeForData(content).name();
    if (!type.startsWith("image/"_L1))
        return fail(tr("This file is not a JPEG, PNG, WebP, or BMP image."));
    const auto request =
        ApiRequest::upload(u"/face/detect"_s, content, type.toLatin1()).within(std::chrono::minutes(1));
    fetch(request, [this, serial](const ApiAnswer &answer) {
        if (serial == m_serial)
            take(answer);
    });
}

void FacesModel::take(const ApiAnswer &answer)
{
    if (!answer.ok()) {
        m_modelsMissing = answer.error->code == "models_not_installed"_L1 || answer.status == 501;
        return fail(sentence(*answer.error));
    }
    m_analysis = RoleValues::fromJson(answer.json);
    m_loadState = LoadState::Ready;
    Q_EMIT changed();
}

void FacesModel::fail(const QString &problem)
{
    m_problem = problem;
    m_loadState = LoadState::Failed;
    Q_EMIT changed();
}

QString FacesModel::sentence(const ApiError &error)
{
    switch (error.status) {
    case 413:
        return tr("This image is too large. The limit is 16 MB.");
    case 415:
        return tr("This file is not a JPEG, PNG, WebP, or BMP image.");
    case 422:
        if (error.code == "image_too_large"_L1)
            return tr("This image has too many pixels. The limit is 40 million.");
        if (error.code == "image_too_small"_L1)
            return tr("This image is too small. The minimum is 16 × 16 pixels.");
        return tr("This image is damaged.");
    case 503:
        return tr("The server is busy analyzing other images. Try again in a moment.");
    default:
        return Feedback::sentence(error);
    }
}
