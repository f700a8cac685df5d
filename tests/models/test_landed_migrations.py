"""A migration that has landed is never edited: what it has built would part from what it is yet to build."""

import ast
from hashlib import sha256

import pytest

from app.store.standing import ROOT

MIGRATIONS = ROOT / "migrations"
LANDED = {
    "schema_0006/__init__.py": "a2e6ca52f1bc49a8ad2e5106de1e9618d1608c031518d495c98112ea044c0600",
    "schema_0006/calls.py": "78828febabdcdf85fa5cb5267c86e4e19ee4f563c95b1398f7e49dabcba41b6f",
    "schema_0006/campaigns.py": "da18f5560f2ee057d44f14d08a3a9a0dd664cf5db87d6cde11361180ade944a9",
    "schema_0006/columns.py": "f3763dcd0c5711b9869f6e60e236b6b92a4b66a6ac9af0d371bd6824e94f5f7d",
    "schema_0006/job_engine.py": "cff13b246e9190cb30a559590a974f88b0e5a1f27112a0cd908108b1a7735064",
    "schema_0006/organizers.py": "2c17894ec3912113a5e2d21f3bfad49e32ce472931dd2cc8a1a41f1a12ad47d1",
    "schema_0006/pace_and_limits.py": "87d480dd7b5091eea7f72f87d2e9e41c3771454d14dbdd27451d8dd3061b31d4",
    "schema_0006/prompts.py": "e15d18ac747dcb0222aa55fb2caf8aec7b4a616a5461cb3e38f4afd6cbc5c1ce",
    "schema_0006/representatives.py": "3a786877fbe2e0a3853b453f340616a079b9948a7fd505986ba549423741bfc3",
    "versions/0006_one_schema.py": "dd4fb959d85aab35897b2e936c1e3fc886035967f996908a43b6c0382a09143d",
    "versions/0007_one_word_a_thing.py": "7de4393a6e50e48ab3b791645e6655cc754bcc96f55f60ca9c67fe57288711cb",
    "versions/0008_one_rate_limit.py": "b46c00f9cfecb0f6c36cd71e019c73b2d3524b9739835a2e9af66feb35468dc6",
    "versions/0009_what_happened.py": "c369c592b2eb817c25317f0d0b72641f3577dc92e6e94bad1456b65e3785f7b9",
    "versions/0010_a_turn_keeps_what_it_told.py": "61d8f6f64b1ab67b27a31fb57d3c8fcc07179a9e6ddeac907162a23cbc77c054",
    "versions/0011_nothing_grows_with_the_log.py": "dea336e8cd9e2e204c71da99e178206c7245bf2d50367be7544c71fb1ddefe00",
    "versions/0012_narrow_events.py": "d58369823c543f4d941b0563de47885ad40997c59421bda80b17e7b604898d0b",
    "versions/0013_a_team.py": "6df2b252586e88d66269c4a65daa92d86775bb63fc148e854599d5dffcdf175b",
    "versions/0014_who_did_what.py": "6cf17f79e0daab148de3733b633e66c1bf1b8abe94541278e191296c3617ef03",
    "versions/0015_unsent_forms.py": "22dbebf8a49c6eef5f66fb0937ee5a8f208740cd658eeeecdb6521c815c13664",
    "versions/0016_editions.py": "02aa1872b78690ddf9dbb05d278212c449ddfbe0e7184983c6557b8dc0f73b98",
    "versions/0017_more_time.py": "a92bbe931cf058792c69a2400d32f44e659247b2b8df12cbde67b92adfd2982a",
    "versions/0018_passkeys_of_a_host.py": "e577b32b63997d433fad80ff517e1e66e74986ebb941a27bf44d4ca010884bad",
    "versions/0019_status_in_no_index.py": "fa3d256144b640d7d122a764942cc5348c9d2b34185f281d97721c0f08826faa",
    "versions/0020_how_a_campaign_stands.py": "adea7427c6b51f614bdfbf75d66e83b8c3f2eb4b8c00866a5c5554315c33a6b4",
    "versions/0021_held_back.py": "efb3f664bdb7ea81f89c2024fd31eb71db0cc59bd9c24fa5348da4767cd81aee",
    "versions/0022_offices_emails.py": "a47b31c59a916e33ffdecb07109012e3803eba16cd1b111240a6106251d7edfd",
    "versions/0023_made_offices.py": "58b808be43ba6e463c3bfc56cf2e91b0d9ea4382bbb372a77d0a33a3a6cf2d0e",
    "versions/0024_carrier_set_up.py": "3b35298af97e0a17f044ca80c487982fabf65c0ad1e0628c5d7bc139a670f92e",
    "versions/0025_own_phones.py": "4b9d35e1a76c965e6bdeef3c2749a046a974143eaa4d9d0259057e9614ee94f5",
    "versions/0026_whose_fault_it_is.py": "137a4ff16d68dad20680eb940a8b593dcf3cd02551edaf5726d15b42a01d1f35",
    "versions/0027_an_api_key.py": "3068606a6725f4b836effe512ba7ce3949043398ac888bb162a38df7c732f971",
    "versions/0028_the_day_it_holds.py": "0d2c87076af65f15919c1a695cf53e9b21c3dca781f7ccfd57ade76bd40d6736",
    "versions/0029_imports_that_notice.py": "871b0067d38f333ecf4c69cef995351f0e83d19aa09996357e4521952c3fd488",
    "versions/0030_never_rung.py": "30a7accad92aaeaf72888b52e67ac670d5f729181a0447b62d867941a62de2de",
    "versions/0031_a_test_call_s_office.py": "d7d419565f6777e922f75f35e2f46d0c4e8a09e8052dd963182ae4a1c9e038ff",
    "versions/0032_visitors.py": "9f9e074185b82140ee4fe6a96760538566969d586bc82e50388f9e54082e5951",
    "versions/0033_asked_again.py": "94a96df17bae0e0a374c271924d0458666e5ed6a688a2342ac0a2d30ec066a18",
    "versions/0034_proof_of_work.py": "00b2d8ec55ab8c9fde263bb6c217b12db5ce9b997d55a05356fc0ffc360dc960",
    "versions/0035_what_a_claim_is_worth.py": "bbbd5f5dcfd65d080455de98ea2e0f0e78c91bff5731386d62da58bd7cddbd76",
    "versions/0036_new_lines_and_phone_banks.py": "72acd385fba2aceeddd197ed85aa8e38ec595563451d6d27e6cf9fc6f69ce418",
    "versions/0037_away_and_full.py": "a0df10aef6451ed14f22bb1ce3b7b4a2f0d7152ff1a68156c3f2e1e6fd6ebf07",
    "versions/0038_not_rung.py": "fd022a72b6cf83dc99c7966b908c75f815ed1edbe1e2246749db18daf1485ea6",
    "versions/0039_what_is_a_ring.py": "ea922a3918e6e8df6e87ab2aecc2fadd274252bbff4593ff941632c966ec0738",
    "versions/0040_money.py": "85957dcbfdffe7714a7337326823d0789407b73f58fe5f32361e0dc7110ae556",
    "versions/0041_codes_of_a_room.py": "4a3022040153f72937054343197a61d51de6a9bc61dbbaa6219e85bfa462763c",
    "versions/0042_notes_sealed.py": "36771ba93251140db6cb11ed7434311d15c0e162a1220a4b79cbbcb56c209557",
    "versions/0043_statistics.py": "d4abe887adee846c4390225f2779d61d608abc0b60ed75570aeb91aaccde754a",
    "versions/0044_typed_forms.py": "a0a0c133135ab9084b3bdcc2816a1aba70dc0a2eb97de77ed4f2a1d5d4bebf76",
    "versions/0045_what_is_forgotten.py": "deb9e966b1491a92d9232a71f0ec324e8483bb1455cbc26308b2fabf44e0d809",
    "versions/0046_what_is_due.py": "8447514b1a6eda409065888caac6d41a68bf700816b2acda07399707aeb82b1d",
    "versions/0047_nothing_that_was_said.py": "7ad4731e13e613f4c5894d869ca99638935530d1102b892e75c9bab262a39d01",
    "versions/0048_until_it_is_told.py": "2bc655a0c32e8045f5af26a15973ea17d2a4d0d77d32c3472206137d7062d24d",
    "versions/0049_days_with_such_calls.py": "5ca2ff7b5cc0f9e50c34e143d0e0af071bd33bd950acafd61ef12fb521982303",
    "versions/0050_a_key_is_known.py": "42d730b102f1872ac0846c511cbe4768b438f60f6b5b91a60b2b99b0fa07457e",
    "versions/0057_whence_who_dials.py": "cfc7c31f9aaed8b4831e5cb8b861653b304a9ad693fd604291b6a7e611b0cac4",
    "versions/0059_day_of_action.py": "d944c7487672310a4f9dec61a7e2fc96ee83eb1881c82837a5e2c13ea6005ddb",
    "versions/0061_records_at_the_carrier.py": "b3c1e52bafc4fe481038d4755131d90572729f891b0f5bb853d00526cdce5fe0",
    "versions/0062_notes_in_an_inbox.py": "4ce9b2e545221843e68c56d2f984e96e7bff37e1aeaf96452c2ee1ef668993f7",
    "versions/0065_sealed_in_parts.py": "ddf9bc437a727d65f8c92c6ed2ee66e290149a86b319b7a5798880f322ca32be",
    "versions/0066_months.py": "d4cab3b3f085887523ba4a50d0946b37f52f8d902eec060cca46f4b061fbd23d",
    "versions/0069_legal_hold.py": "fb0119bd81c5e911474ceb643d38f55515d246817b4b30b8d102ad2f21f9b2b0",
    "versions/0070_by_length_and_how_far.py": "b92acad0c5c31dd3bf2270d04cd13630069e891cf10ead7457164f1d8d75f928",
    "versions/0071_the_day_is_enough.py": "42a8c70960483c61d4c250ef724328792b35b51b3102266c0ed134fc469d6107",
}
SURROUNDINGS = {"__init__.py", "env.py"}  # run migrations, and build nothing
GOES_ON_CHANGING = {"app", "models", "voice_flows"}


def files():
    return {str(path.relative_to(MIGRATIONS)) for path in MIGRATIONS.rglob("*.py")} - SURROUNDINGS


def digest(name):
    return sha256((MIGRATIONS / name).read_bytes()).hexdigest()


@pytest.mark.parametrize("name", LANDED)
def test_a_landed_migration_is_as_it_landed(name):
    assert digest(name) == LANDED[name], f"databases were built by {name}: leave it, and write a new migration instead"


def test_every_migration_is_recorded_here():
    new = {name: digest(name) for name in sorted(files() - set(LANDED))}
    assert not new, f"no edit of these could be noticed: add them to LANDED once they are as they shall land: {new}"


def imports(name):
    """The packages that a migration imports from."""
    for node in ast.walk(ast.parse((MIGRATIONS / name).read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        if isinstance(node, ast.ImportFrom):
            yield (node.module or "").partition(".")[0]


@pytest.mark.parametrize("name", LANDED)
def test_a_migration_builds_on_nothing_that_goes_on_changing(name):
    assert not GOES_ON_CHANGING & set(imports(name))
