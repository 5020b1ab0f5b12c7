// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/input.h"

#include <tidings/error.h>

#include "unit/input/reading.h"

enum { MONDAY = 1551139200 /* 2019-02-26 */ };

static void check_feed(const char *xml)
{
    struct reading reading;
    reading_init(&reading);
    write_text("feed.xml", xml);
    read_on(&reading, "feed.xml");
    assert_string_equal(reading.told, "");
    assert_int_equal(reading.articles.count, 2);
    const struct tdg_article *article = reading.articles.items;
    assert_string_equal(article[0].title, "Docks shut & quiet");
    assert_string_equal(article[0].body, "<p>Talks go on.</p>");
    assert_string_equal(article[0].source, "Ledger");
    assert_string_equal(article[0].url, "https://ledger.example/1");
    assert_int_equal(article[0].published, MONDAY);
    assert_string_equal(article[1].title, "Ferry late");
    assert_true(article[1].line > article[0].line);
    reading_done(&reading);
}

static void rss_rdf_and_atom_are_read(void **state)
{
    (void)state;
    check_feed("\n<?xml version=\"1.0\"?>\n<!-- made by hand -->\n<rss version=\"2.0\" "
               "xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel>"
               "<title>Ledger</title><link>https://ledger.example</link><language>en</language>\n"
               "<item><title>Docks shut &amp; quiet</title><description>Teaser</description>"
               "<content:encoded><![CDATA[<p>Talks go on.</p>]]></content:encoded>"
               "<link>https://ledger.example/1</link><guid>1</guid>"
               "<pubDate>Tue, 26 Feb 2019 00:00:00 GMT</pubDate></item>\n"
               "<item><title>Ferry late</title></item></channel></rss>");
    check_feed(
        "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Ledger</title>\n<entry>"
        "<title>Docks shut &amp; quiet</title><link rel=\"edit\" href=\"https://x.example\"/>"
        "<link rel=\"alternate\" href=\"https://ledger.example/1\"/><id>1</id>"
        "<updated>2020-01-01T00:00:00Z</updated><published>2019-02-26T00:00:00Z</published>"
        "<summary>Teaser</summary><content type=\"html\">&lt;p&gt;Talks go "
        "on.&lt;/p&gt;</content></entry>\n<entry><title>Ferry late</title></entry></feed>");
    check_feed("<?xml version=\"1.0\"?><rdf:RDF xmlns=\"http://purl.org/rss/1.0/\" "
               "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
               "xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><channel>"
               "<title>Ledger</title></channel>\n<item><title>Docks shut &amp; quiet</title>"
               "<link>https://ledger.example/1</link><dc:date>2019-02-26</dc:date>"
               "<description>&lt;p&gt;Talks go on.&lt;/p&gt;</description></item>\n"
               "<item><title>Ferry late</title></item></rdf:RDF>");
}

static void faults_are_told_and_the_rest_is_read(void **state)
{
    (void)state;
    struct reading reading;
    reading_init(&reading);
    write_text("cut.rss", "<rss><channel><item><title>a &bogus; b</title></item>\n"
                          "<item><title>c</title></item>\n<item><title>d</ti");
    read_on(&reading, "cut.rss");
    assert_int_equal(reading.status, TDG_OK);
    assert_true(reading.articles.count >= 2);
    assert_non_null(strstr(reading.told, "cut.rss:1 faulty markup"));
    reading_done(&reading);
    reading_init(&reading);
    write_text("other.xml", "<?xml version=\"1.0\"?><books><book/></books>");
    read_on(&reading, "other.xml");
    assert_string_equal(reading.told, "other.xml:0 an XML file, but not a feed\n");
    reading_done(&reading);
}

/* A page with everything around the text that pages have. */
static const char page[] =
    "<!-- saved -->\n<!DOCTYPE html><html lang=\"en\"><head><title>Docks shut | Ledger</title>"
    "<meta property=\"og:site_name\" content=\"Ledger\">"
    "<meta property=\"article:published_time\" content=\"2019-02-26T00:00:00Z\">"
    "<link rel=\"canonical\" href=\"https://ledger.example/1\">"
    "<script>var p = '<p>never</p>';</script></head><body>"
    "<nav><ul><li><a href=\"/\">Home</a></li><li><a href=\"/s\">Sport</a></li></ul></nav>"
    "<h1>Docks shut</h1><div class=\"main\">"
    "<p>Talks between the port and the union go on today, and both sides call them hard.</p>"
    "<p>The cranes have stood still since Monday, ships wait outside, and shops run low.</p>"
    "<h2>What comes next</h2><p>A vote is set for Friday, if the offer is better by then.</p>"
    "<ul><li><a href=\"/2\">Read more about the ferry and its long delays this winter</a></li></ul>"
    "</div><aside><p>Subscribe to our letter, it is free, and comes each day at noon.</p></aside>"
    "<footer><p>All rights, wrongs, and cookies are reserved by the Ledger, of course.</p></footer>"
    "</body></html>";

static void a_page_is_its_text(void **state)
{
    (void)state;
    struct reading reading;
    reading_init(&reading);
    write_text("saved", page);
    read_on(&reading, "saved");
    assert_string_equal(reading.told, "");
    assert_int_equal(reading.articles.count, 1);
    const struct tdg_article *article = reading.articles.items;
    assert_string_equal(article->title, "Docks shut");
    assert_string_equal(article->source, "Ledger");
    assert_string_equal(article->url, "https://ledger.example/1");
    assert_string_equal(article->language, "en");
    assert_int_equal(article->published, MONDAY);
    assert_non_null(strstr(article->body, "Talks between"));
    assert_non_null(strstr(article->body, "A vote is set"));
    static const char *const never[] = {"never", "Sport", "Subscribe", "rights", "Read more", "<"};
    for (size_t i = 0; i < sizeof never / sizeof *never; i++)
        assert_null(strstr(article->body, never[i]));
    reading_done(&reading);
}

static void data_for_machines_comes_first(void **state)
{
    (void)state;
    struct reading reading;
    reading_init(&reading);
    write_text(
        "data.html",
        "<html><head><title>x</title><script type=\"application/ld+json\">{\"@graph\":"
        "[{\"@type\":\"WebSite\",\"name\":\"w\"},{\"@type\":\"NewsArticle\",\"headline\":"
        "\"Docks shut\",\"datePublished\":\"2019-02-26\",\"publisher\":{\"name\":\"Ledger\"}}"
        "]}</script></head><body><p>Talks between the port and the union go on, as said."
        "</p></body></html>");
    read_on(&reading, "data.html");
    assert_string_equal(reading.articles.items[0].title, "Docks shut");
    assert_string_equal(reading.articles.items[0].source, "Ledger");
    assert_int_equal(reading.articles.items[0].published, MONDAY);
    reading_done(&reading);
}

static void damaged_pages_end_no_run(void **state)
{
    (void)state;
    for (size_t length = 0; length < sizeof page; length += 7) {
        struct reading reading;
        reading_init(&reading);
        write_bytes("part.html", page, length);
        read_on(&reading, "part.html");
        assert_int_equal(reading.status, TDG_OK);
        assert_true(reading.articles.count + reading.articles.skipped == 1);
        reading_done(&reading);
    }
}

static void folders_tell_dates(void **state)
{
    (void)state;
    struct reading reading;
    reading_init(&reading);
    make_folder("2019");
    make_folder("2019/02");
    make_folder("2019/02/26");
    write_text("2019/02/26/docks.txt", "Docks shut\nTalks go on.\n");
    read_on(&reading, "2019");
    assert_int_equal(reading.articles.count, 1);
    assert_int_equal(reading.articles.items[0].published, MONDAY);
    reading_done(&reading);
}

static void documents_of_nexis_are_parted(void **state)
{
    (void)state;
    struct reading reading;
    reading_init(&reading);
    write_text("nexis.txt",
               "\n\n          1 of 2 DOCUMENTS\n\n\n        Ledger (London)\n\n"
               "    February 26, 2019 Tuesday\n       FIRST EDITION\n\nDocks\nshut\n\n"
               "BYLINE: Jo Doe\n\nLENGTH: 9 words\n\nTalks go on.\n\nNo end is near.\n\n"
               "LOAD-DATE: February 27, 2019\n\nCopyright 2019 Ledger\n\n"
               "          2 of 2 DOCUMENTS\n\n   Herald\n\n 26 February 2019\n\n"
               "HEADLINE: Ferry late\n\nBODY:\nIt waits.\n\nLANGUAGE: ENGLISH\n");
    read_on(&reading, "nexis.txt");
    assert_string_equal(reading.told, "");
    assert_int_equal(reading.articles.count, 2);
    const struct tdg_article *article = reading.articles.items;
    assert_string_equal(article[0].title, "Docks shut");
    assert_string_equal(article[0].body, "Talks go on.\n\nNo end is near.");
    assert_string_equal(article[0].source, "Ledger (London)");
    assert_int_equal(article[0].published, MONDAY);
    assert_int_equal(article[0].line, 3);
    assert_string_equal(article[1].title, "Ferry late");
    assert_string_equal(article[1].body, "It waits.");
    assert_string_equal(article[1].source, "Herald");
    assert_int_equal(article[1].published, MONDAY);
    reading_done(&reading);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rss_rdf_and_atom_are_read),
        cmocka_unit_test(faults_are_told_and_the_rest_is_read),
        cmocka_unit_test(a_page_is_its_text),
        cmocka_unit_test(data_for_machines_comes_first),
        cmocka_unit_test(damaged_pages_end_no_run),
        cmocka_unit_test(folders_tell_dates),
        cmocka_unit_test(documents_of_nexis_are_parted),
    };
    return RUN_IN_FOLDER(tests);
}
