using FsCheck;
using FsCheck.Fluent;
using SoraFunctions.Provenance.Fingerprints;

namespace SoraFunctions.Provenance.Tests.Fingerprints;

public sealed class FingerprintTests : IDisposable
{
    private const double FilmSeconds = 8;

    private static readonly Lazy<Fingerprint[]> _films = new(() => [.. Enumerable.Range(0, 8).Select(seed => new PaintedFilm(seed).Read(0, FilmSeconds).Fingerprint())]);

    private readonly FingerprintIndex _index = new();

    public FingerprintTests()
    {
        for (var seed = 0; seed < _films.Value.Length; seed++)
            _index.Add(seed, _films.Value[seed]);
    }

    public void Dispose() => _index.Dispose();

    [Fact]
    public void Fingerprint_has_four_descriptors_a_second_and_is_read_back_as_it_was_written()
    {
        var film = _films.Value[0];
        var bytes = film.ToBytes();

        Assert.Equal(32, film.Descriptors.Length);
        Assert.Equal(32 * Descriptor.Bytes, bytes.Length);
        Assert.Equal(film.Descriptors, Fingerprint.Parse(bytes).Descriptors);
        Assert.Throws<InvalidDataException>(() => Fingerprint.Parse(bytes.AsSpan(1)));
    }

    [Fact]
    public void Fingerprint_of_nothing_is_empty_and_looks_like_nothing()
    {
        var nothing = new FingerprintReader(64, 36);

        Assert.Equal(0, nothing.Fingerprint().Descriptors.Length);
        Assert.Empty(_index.Find(nothing.Query(), 5));
    }

    [Fact]
    public void Frames_of_another_size_and_frames_out_of_order_are_refused()
    {
        var reader = new FingerprintReader(4, 2);

        Assert.Throws<ArgumentOutOfRangeException>(() => reader.Add(new byte[7], 0));
        reader.Add(new byte[8], 1);
        Assert.Throws<ArgumentOutOfRangeException>(() => reader.Add(new byte[8], 1));
    }

    [Fact]
    public void Excerpt_at_another_speed_is_found_with_its_place_and_its_speed() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(12),
            Prop.ForAll(
                Gen.Choose(0, 7).SelectMany(_ => Gen.Choose(0, 40), (film, from) => (film, from)).SelectMany(_ => Gen.Choose(-10, 10), (one, percent) => (one.film, one.from, percent)).ToArbitrary(),
                excerpt =>
                {
                    var (from, speed) = (excerpt.from / 10.0, 1 + excerpt.percent / 100.0);
                    var match = _index.Find(new PaintedFilm(excerpt.film).Read(from, 3, speed).Query(), 3)[0];
                    Assert.Equal((excerpt.film, false), ((int)match.Key, match.Mirrored));
                    Assert.InRange(match.Chance, 0, 1e-9);
                    Assert.InRange(match.Speed, speed - 0.04, speed + 0.04);
                    Assert.InRange(match.KnownFrom, from + speed * match.From - 0.2, from + speed * match.From + 0.2);
                    Assert.InRange(match.KnownTo, from + speed * match.To - 0.3, from + speed * match.To + 0.3);
                }));

    [Theory]
    [InlineData("mirrored")]
    [InlineData("cut")]
    [InlineData("boxed")]
    [InlineData("inset")]
    [InlineData("brighter")]
    [InlineData("darker")]
    [InlineData("written over")]
    public void Changed_excerpt_is_found(string how)
    {
        PaintedFilm.Place? place = how switch
        {
            "mirrored" => (x, y) => (1 - x, y),
            "cut" => (x, y) => (0.1 + 0.8 * x, 0.1 + 0.8 * y),
            "boxed" => (x, y) => (x, (y - 0.2) / 0.6),
            "inset" => (x, y) => ((x - 0.35) / 0.6, (y - 0.1) / 0.6),
            _ => null,
        };
        Func<double, double, double, double>? change = how switch
        {
            "brighter" => (level, _, _) => 1.15 * level + 30,
            "darker" => (level, _, _) => 0.85 * level - 20,
            "written over" => (level, x, y) => y is > 0.35 and < 0.5 && x is > 0.2 and < 0.8 ? (int)(x * 40) % 2 * 235 : level,
            _ => null,
        };

        var match = _index.Find(new PaintedFilm(3).Read(2, 3, 1, place, change).Query(), 3)[0];

        Assert.Equal((3L, how == "mirrored"), (match.Key, match.Mirrored));
        Assert.InRange(match.KnownFrom - match.From, 1.7, 2.3);
    }

    [Fact]
    public void Excerpt_within_another_film_is_found_where_it_is()
    {
        var (before, inserted) = (new PaintedFilm(100), new PaintedFilm(5));
        var reader = new FingerprintReader(96, 54);
        var shown = new[] { (before, 0.0), (inserted, 3.0), (before, 6.0) };
        var at = 0.0;
        foreach (var (film, from) in shown)
            at = Append(reader, film, from, at);

        var match = Assert.Single(_index.Find(reader.Query(), 5));

        Assert.Equal(5, match.Key);
        Assert.InRange(match.From, 2.7, 3.3);
        Assert.InRange(match.To, 5.7, 6.3);
        Assert.InRange(match.KnownFrom, 2.7, 3.3);
    }

    [Fact]
    public void Fingerprint_by_itself_leads_to_its_film_whole_or_in_part_and_with_a_tenth_of_its_bits_turned_round()
    {
        var (film, chance) = (_films.Value[3].Descriptors.ToArray(), new Random(3));
        var part = film.AsSpan(4, 12);
        var turned = _films.Value[3].ToBytes();
        for (var i = 0; i < turned.Length; i++)
            turned[i] ^= (byte)(chance.NextDouble() < 0.8 ? 1 << chance.Next(8) : 0);

        Assert.Equal(3, _index.Find(FingerprintQuery.Of(_films.Value[3]), 3)[0].Key);
        Assert.Equal((3L, 1.0), (_index.Find(FingerprintQuery.Of(new Fingerprint(part)), 3)[0].Key, _index.Find(FingerprintQuery.Of(new Fingerprint(part)), 3)[0].KnownFrom));
        Assert.Equal(3, _index.Find(FingerprintQuery.Of(Fingerprint.Parse(turned)), 3)[0].Key);
        Assert.Empty(_index.Find(FingerprintQuery.Of(new PaintedFilm(300).Read(0, 3).Fingerprint()), 3));
        Assert.Empty(_index.Find(FingerprintQuery.Of(new Fingerprint([])), 3));
    }

    [Fact]
    public void Other_films_are_not_found() =>
        Assert.All(Enumerable.Range(200, 12), seed => Assert.Empty(_index.Find(new PaintedFilm(seed).Read(0, 3).Query(), 5)));

    [Fact]
    public void Film_that_shows_nothing_is_not_found() =>
        Assert.Empty(_index.Find(new PaintedFilm(1).Read(0, 3, change: (_, _, _) => 128).Query(), 5));

    [Fact]
    public void Index_from_which_videos_were_removed_answers_like_one_that_never_had_them() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(10),
            Prop.ForAll(
                Gen.Choose(0, 255).Two().ToArbitrary(),
                sets =>
                {
                    var (kept, again) = (sets.Item1, sets.Item2);
                    using var changed = new FingerprintIndex();
                    using var rebuilt = new FingerprintIndex();
                    for (var film = 0; film < 8; film++)
                        changed.Add(film, _films.Value[film]);
                    for (var film = 0; film < 8; film++)
                    {
                        if ((kept >> film & 1) == 0)
                            changed.Remove(film);
                        if ((again >> film & 1) == 1)
                            changed.Add(film, _films.Value[film]);
                        if (((kept | again) >> film & 1) == 1)
                            rebuilt.Add(film, _films.Value[film]);
                    }

                    var query = new PaintedFilm(kept % 8).Read(1, 2).Query();
                    return changed.Count == rebuilt.Count && changed.Keys().Order().SequenceEqual(rebuilt.Keys().Order())
                        && changed.Find(query, 8).Select(match => (match.Key, match.From, match.KnownFrom, match.Agreement))
                            .SequenceEqual(rebuilt.Find(query, 8).Select(match => (match.Key, match.From, match.KnownFrom, match.Agreement)));
                }));

    [Fact]
    public void Segments_that_lost_most_of_their_videos_are_packed_and_still_answer()
    {
        using var index = new FingerprintIndex();
        var (filler, film) = (_films.Value[1], _films.Value[2]);
        index.Add(-1, film);
        for (var i = 0; i < 5000; i++)
            index.Add(i, filler);
        for (var i = 0; i < 5000; i++)
            Assert.True(index.Remove(i));

        Assert.False(index.Remove(0));
        Assert.Equal([-1L], index.Keys());
        Assert.Equal(-1, Assert.Single(index.Find(new PaintedFilm(2).Read(1, 3).Query(), 5)).Key);
        Assert.Empty(index.Find(new PaintedFilm(1).Read(1, 3).Query(), 5));
    }

    [Fact]
    public void Sign_bits_of_a_mirrored_picture_are_those_of_a_mirrored_view()
    {
        var there = new PaintedFilm(9).Read(0, 0.1).Fingerprint().Descriptors[0];
        var back = new PaintedFilm(9).Read(0, 0.1, place: (x, y) => (1 - x, y)).Fingerprint().Descriptors[0];

        // Coefficients of even frequencies across stay, those of odd ones turn round.
        Assert.InRange(there.DistanceTo(back), 100, 155);
        Assert.InRange(there.DistanceTo(there), 0, 0);
    }

    private static double Append(FingerprintReader reader, PaintedFilm film, double from, double at)
    {
        foreach (var frame in film.Frames(from, 3))
        {
            reader.Add(frame, at);
            at += 1 / FingerprintReader.FramesPerSecond;
        }

        return at;
    }
}
