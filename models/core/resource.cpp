// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/resource.h"

#include "models/core/codec.h"
#include "models/core/jsonpointer.h"

#include <QHash>

#include <memory>
#include <mutex>
#include <shared_mutex>

using namespace Qt::StringLiterals;

namespace Resource {
namespace {
constexpr double mostItems = 500; // of a list without a limit of its own

QByteArray classInfo(const QMetaObject &type, const QByteArray &name)
{
    const int index = type.indexOfClassInfo(name.constData());
    return index < 0 ? QByteArray() : QByteArray(type.classInfo(index).value());
}

std::optional<double> number(const QByteArray &text)
{
    return text.isEmpty() ? std::nullopt : std::optional(text.toDouble());
}

bool isList(const QMetaProperty &property)
{
    const QByteArrayView type(property.metaType().name());
    return type.startsWith("QList<") || type == "QStringList";
}

Field fieldOf(const QMetaObject &type, const QMetaProperty &property)
{
    Field field;
    field.property = property.name();
    field.name = snakeCase(property.name());
    field.jsonKey = '"' + field.name + "\":";
    field.meta = property;
    field.codec = Codec::of(property);
    field.required = property.isRequired();
    field.readOnly = !property.isDesignable();
    field.stored = property.isStored();
    field.json = property.isScriptable();
    const auto info = [&](const char *what) { return classInfo(type, field.property + '.' + what); };
    const QByteArray optional = info("optional");
    field.optional = optional == "true" || optional == "json";
    field.nullable = optional == "true";
    field.min = number(info("min"));
    field.max = number(info("max"));
    // The reader of a list, and what is done for each of its items, must not take longer than a request may.
    if (!field.max && !field.readOnly && isList(property))
        field.max = mostItems;
    field.pattern = QString::fromUtf8(info("pattern"));
    field.format = QString::fromUtf8(info("format"));
    field.doc = QString::fromUtf8(info("doc"));
    field.example = info("example");
    return field;
}

std::unique_ptr<Fields> makeFields(const QMetaObject &type)
{
    auto fields = std::make_unique<Fields>();
    fields->type = &type;
    fields->table = classInfo(type, "table");
    for (int i = 0; i < type.propertyCount(); ++i) {
        fields->all += fieldOf(type, type.property(i));
        if (const Field &field = fields->all.constLast(); field.stored) {
            if (!fields->columns.isEmpty())
                fields->columns += ", ";
            fields->columns += field.name;
            if (fields->key.isEmpty())
                fields->key = field.name;
        }
    }
    if (const QByteArray key = classInfo(type, "key"); !key.isEmpty())
        fields->key = snakeCase(key);
    return fields;
}
}

const Field *Fields::find(QByteArrayView name) const
{
    for (const Field &field : all) {
        if (field.name == name)
            return &field;
    }
    return nullptr;
}

const Fields &fieldsOf(const QMetaObject &type)
{
    static std::shared_mutex lock;
    static QHash<const QMetaObject *, std::shared_ptr<const Fields>> known;
    {
        const std::shared_lock reading(lock);
        if (const auto it = known.constFind(&type); it != known.constEnd())
            return **it;
    }
    // Made under the lock: Codec::of() is for one thread at a time.
    const std::unique_lock writing(lock);
    auto it = known.constFind(&type);
    if (it == known.constEnd())
        it = known.insert(&type, makeFields(type));
    return **it;
}

void appendJson(QByteArray &out, const QMetaObject &type, const void *gadget)
{
    out += '{';
    bool comma = false;
    for (const Field &field : fieldsOf(type).all) {
        if (field.json)
            field.codec->appendProperty(out, field, gadget, comma);
    }
    out += '}';
}

void readJson(const QMetaObject &type, void *gadget, const QJsonObject &json, Writer writer, Absent absent,
              const QString &pointer, FieldErrors &errors)
{
    const Fields &fields = fieldsOf(type);
    for (const Field &field : fields.all) {
        const QString name = QString::fromLatin1(field.name);
        const auto value = json.constFind(name);
        const QString at = pointer + u'/' + name;
        if (value == json.constEnd()) {
            if (field.required && absent == Absent::IsError)
                errors += {at, u"required"_s, u"%1 is required."_s.arg(name)};
        } else if (field.json && field.readOnly && writer == Writer::Client) {
            errors += {at, u"read_only"_s, u"%1 is assigned by the server."_s.arg(name)};
        } else if (field.json) {
            field.codec->readProperty(gadget, field, *value, writer, at, errors);
        }
    }
    for (auto it = json.constBegin(); it != json.constEnd(); ++it) {
        const Field *field = fields.find(it.key().toUtf8());
        if (!field || !field->json)
            errors += {JsonPointer::below(pointer, it.key()), u"unknown"_s, u"This field does not exist."_s};
    }
}

QList<const QMetaObject *> nestedTypes(const Field &field)
{
    const QMetaObject *nested = field.codec->nested();
    return nested ? QList{nested} : QList<const QMetaObject *>();
}

QVariant toSql(const Field &field, const void *gadget) { return field.codec->propertyToSql(field, gadget); }

void fromSql(const Field &field, void *gadget, const QVariant &value)
{
    field.codec->propertyFromSql(gadget, field, value);
}

QByteArray snakeCase(QByteArrayView name)
{
    QByteArray out;
    for (qsizetype i = 0; i < name.size(); ++i) {
        const char c = name[i];
        if (c >= 'A' && c <= 'Z') {
            if (i > 0)
                out += '_';
            out += char(c - 'A' + 'a');
        } else {
            out += c;
        }
    }
    return out;
}
}
