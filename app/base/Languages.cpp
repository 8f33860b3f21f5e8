#include "base/Languages.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace vitrine {

namespace {

// Traditional characters are read in Taiwan, Hong Kong and Macau, simplified ones elsewhere.
QString nearest(const QStringList &wished)
{
    for (const QString &name : wished) {
        const QLocale locale(name);
        if (locale.language() == QLocale::Chinese)
            return locale.script() == QLocale::TraditionalChineseScript ? QStringLiteral("zh_TW") : QStringLiteral("zh_CN");
        if (locale.language() == QLocale::English)
            break;
    }
    return QStringLiteral("en");
}

void install(const QString &file, const QString &folder)
{
    auto *translator = new QTranslator(qApp);
    translator->setObjectName(QStringLiteral("vitrine-language"));
    if (translator->load(file, folder))
        QCoreApplication::installTranslator(translator);
    else
        delete translator;
}

} // namespace

void loadLanguage(const QString &code)
{
    const QList<QTranslator *> old = qApp->findChildren<QTranslator *>(QStringLiteral("vitrine-language"), Qt::FindDirectChildrenOnly);
    qDeleteAll(old);
    const QLocale locale = code.isEmpty() ? QLocale::system() : QLocale(code);
    QLocale::setDefault(locale);
    const QString language = code.isEmpty() ? nearest(locale.uiLanguages()) : code;
    // English too: it carries the plural forms.
    install(QStringLiteral("vitrine_") + language, QStringLiteral(":/i18n"));
    if (language != QLatin1String("en"))
        install(QStringLiteral("qtbase_") + language, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
}

} // namespace vitrine
