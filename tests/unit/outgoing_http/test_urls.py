"""Is a URL read in one way only, and refused where parsers disagree?"""

import pytest

from service.outgoing_http import UnusableUrl, read_target

_READ = {
    "https://example.com": "https://example.com/",
    "https://Example.COM/Hook?a=b": "https://example.com/Hook?a=b",
    "https://example.com?a=b": "https://example.com/?a=b",
    "http://example.com:80/": "http://example.com/",
    "https://example.com:443/x": "https://example.com/x",
    "https://example.com:8443/x": "https://example.com:8443/x",
    "https://192.0.2.1/x": "https://192.0.2.1/x",
    "https://[2001:0DB8::1]:8443/x": "https://[2001:db8::1]:8443/x",
    "https://xn--bcher-kva.example/": "https://xn--bcher-kva.example/",
    "https://a.b/%7Eme/%2e%2e?x=%20": "https://a.b/%7Eme/%2e%2e?x=%20",
}
_REFUSED = (
    "",
    "example.com",
    "//example.com/",
    "ftp://example.com/",
    "file:///etc/passwd",
    "HTTPS://example.com/",
    " https://example.com/",
    "https://example.com/\n",
    "https://exam\tple.com/",
    "https://example.com/a b",
    "https://user@example.com/",
    "https://user:secret@example.com/",
    "https://127.0.0.1\\@good.example/",
    "https://good.example\\.evil.example/",
    "https://good.example#@evil.example/",
    "https://example.com/#part",
    "https://127.1/",
    "https://127.0.1/",
    "https://2130706433/",
    "https://0x7f000001/",
    "https://0x7f.0.0.1/",
    "https://0177.0.0.1/",
    "https://127.0.0.01/",
    "https://127.0.0.1./",
    "https://example.com./",
    "https://①②⑦.⓪.⓪.①/",
    "https://127。0。0。1/",
    "https://bücher.example/",
    "https://exa%6dple.com/",
    "https://-example.com/",
    "https://exa..mple.com/",
    "https://example.com:0/",
    "https://example.com:65536/",
    "https://example.com:+443/",
    "https://[::1/",
    "https://[::1%25lo]/",
    "https://[127.0.0.1]/",
    "https://[v1.a]/",
    "https://example.com/" + "a" * 2_000,
)


@pytest.mark.parametrize("text", _READ)
def test_a_usable_url_has_one_spelling(text: str) -> None:
    target = read_target(text)

    assert str(target) == _READ[text]
    assert read_target(str(target)) == target


@pytest.mark.parametrize("text", _REFUSED)
def test_what_could_be_read_in_two_ways_is_refused(text: str) -> None:
    with pytest.raises(UnusableUrl):
        read_target(text)
