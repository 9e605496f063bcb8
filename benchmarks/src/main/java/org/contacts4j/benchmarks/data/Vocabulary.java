package org.contacts4j.benchmarks.data;

import java.util.List;
import java.util.SplittableRandom;

/** The words of generated contacts. */
final class Vocabulary {

    /**
     * Names of one script, the most common first. {@code familyFirst} is true for scripts that write the family name
     * first.
     */
    record Names(List<String> given, List<String> family, boolean familyFirst) {

        String whole(String givenName, String familyName) {
            return familyFirst ? familyName + givenName : givenName + " " + familyName;
        }
    }

    /** More than half of the names are in Latin script, a third of those with accents. */
    static final List<Names> NAMES = List.of(
            names(
                    "Ada Grace Alan Edsger Barbara Donald Margaret Dennis Frances Niklaus Radia Tony Karen Linus Sophie",
                    "Lovelace Hopper Turing Dijkstra Liskov Knuth Hamilton Ritchie Allen Wirth Perlman Hoare Jones Moore"),
            names(
                    "Oliver Amelia George Isla Harry Ava Noah Emily Jack Sophia Leo Grace Oscar Lily Arthur Freya",
                    "Smith Jones Taylor Brown Williams Wilson Johnson Davies Patel Robinson Wright Thompson Evans Walker"),
            names(
                    "Zoë Jürgen Søren Łukasz Françoise José Ørjan Çağlar Štěpán Þóra Niño Ángela Björn Élodie Ioană",
                    "Müller Ångström Žižek Núñez Łęcki Đorđević Gärtner Öztürk Håkansson Lefèvre García Şahin Bălan"),
            names(
                    "Анна Иван Ольга Дмитрий Екатерина Сергей Мария Алексей Наталья Павел",
                    "Иванова Петров Смирнова Кузнецов Попова Соколов Лебедева Козлов Новикова Морозов"),
            names("Ελένη Γιώργος Μαρία Νίκος Κατερίνα Δημήτρης", "Παπαδόπουλος Νικολάου Γεωργίου Οικονόμου Σταύρος"),
            names("محمد فاطمة أحمد مريم يوسف ليلى", "الحسن العلي منصور حداد خوري نجار"),
            names("דוד שרה יעקב רחל משה מרים", "כהן לוי מזרחי פרץ ביטון דהן"),
            names("आरव दिया विवान अनन्या अर्जुन मीरा", "शर्मा वर्मा गुप्ता सिंह कुमार पटेल"),
            new Names(words("伟 芳 娜 秀英 敏 静 丽 强 磊 军"), words("王 李 张 刘 陈 杨 赵 黄 周 吴"), true),
            new Names(words("翔太 陽菜 大輔 美咲 健 さくら"), words("佐藤 鈴木 高橋 田中 伊藤 渡辺"), true),
            new Names(words("민준 서연 지훈 하은 도윤 지우"), words("김 이 박 최 정 강"), true));

    static final List<String> DEPARTMENTS = List.of(
            "Engineering",
            "Sales",
            "Marketing",
            "Finance",
            "Legal",
            "R&D / Labs",
            "Human Resources",
            "Operations",
            "Procurement",
            "Support",
            "Логистика",
            "営業部");

    static final List<String> TITLES = List.of(
            "Engineer",
            "Senior Engineer",
            "Account Executive",
            "Director",
            "Head of Operations",
            "CFO",
            "Buyer",
            "Analyst",
            "Geschäftsführerin",
            "部長");

    static final List<String> TAGS = words("vip newsletter partner lead customer churned trial press investor speaker"
            + " alumni vendor key-account north south east west b2b b2c webinar fair-2025 fair-2026 gold silver bronze"
            + " blocked referral inbound outbound Köln");

    static final List<String> COMPANY_WORDS = words("Acme Globex Initech Umbrella Hooli Stark Wayne Wonka Tyrell"
            + " Cyberdyne Soylent Vandelay Gringotts Aperture Massive Oscorp Virtucon Zorg Nakatomi Weyland Müller"
            + " Société Норд 東京 서울");

    static final List<String> COMPANY_KINDS = words("Ltd GmbH Inc AG S.A. B.V. Oy AB LLC KK");

    static final List<String> CITIES = words("London Berlin Paris Zürich København Kraków Lisboa Tokyo Seoul Austin");

    static final List<String> COUNTRIES = words("GB DE FR CH DK PL PT JP KR US");

    static final List<String> SOURCES = words("web fair referral import campaign partner");

    private Vocabulary() {}

    /** Returns a random word. The first words are more frequent, as in real data. */
    static <T> T pick(List<T> words, SplittableRandom random) {
        double skewed = random.nextDouble() * random.nextDouble();
        return words.get((int) (skewed * words.size()));
    }

    private static Names names(String given, String family) {
        return new Names(words(given), words(family), false);
    }

    private static List<String> words(String text) {
        return List.of(text.split(" "));
    }
}
