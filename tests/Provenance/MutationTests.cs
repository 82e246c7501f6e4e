using System.Text.Json;
using SoraFunctions.Provenance.Verification;

namespace SoraFunctions.Provenance.Tests;

public class MutationTests
{
    /// <summary>Where the official validator says something else, and why we do not.</summary>
    private static readonly Dictionary<string, string> Known = new()
    {
        ["cut within mdat"] = "we say besides that the file is malformed",
        ["a byte of c2pa.soft-binding"] = "it calls the claim malformed for want of an assertion; we name the assertion",
        ["a byte of the certificate"] = "it calls a certificate that breaks its profile untrusted; we name it invalid",
        ["c2pa.hash.bmff.v3 removed"] = "it reports a mismatch; the standard and the second validator call the binding missing",
    };

    [PeerFact]
    public void Each_change_of_a_signed_film_is_reported_with_the_codes_of_the_official_validator()
    {
        var rows = Mutations.All().ToList();
        var answers = Peers.Official(Samples.Identity.Value.RootPem, [.. rows.Select((row, index) => Samples.Save(row.File, $"mutation {index}"))]);

        foreach (var (row, answer) in rows.Zip(answers))
        {
            var report = Samples.Verify(row.File);
            if (Peers.State(answer) is not { } state)
                Assert.True(report.State == VerificationState.Invalid, $"{row.Name}: {report.State}, where the official validator gives up.");
            else if (Known.ContainsKey(row.Name))
                Assert.Equal((row.Name, state), (row.Name, $"{report.State}"));
            else
                Assert.Equal((row.Name, state, Codes(answer)), (row.Name, $"{report.State}", Codes(report)));
        }
    }

    [PeerFact]
    public void Each_code_of_the_second_validator_is_among_ours()
    {
        var rows = Mutations.All().ToList();
        var answers = Peers.Second([.. rows.Select((row, index) => Samples.Save(row.File, $"second mutation {index}"))]);

        foreach (var (row, answer) in rows.Zip(answers))
        {
            var report = Samples.Verify(row.File);
            if (!answer.TryGetProperty("entries", out var entries))
                Assert.Equal((row.Name, VerificationState.Invalid), (row.Name, report.State));
            else
                Assert.All(Failures(entries), code => Assert.Contains(code, Codes(report).Split(' ')));
        }
    }

    private static string Codes(VerificationReport report) => Sorted(report.Entries.Concat(report.IngredientDeltas.SelectMany(delta => delta.Entries))
        .Where(entry => entry.Kind == EntryKind.Failure).Select(entry => entry.Code));

    private static string Codes(JsonElement answer)
    {
        var results = answer.GetProperty("results");
        var lists = new List<JsonElement> { results.GetProperty("activeManifest") };
        if (results.TryGetProperty("ingredientDeltas", out var deltas))
            lists.AddRange(deltas.EnumerateArray().Select(delta => delta.GetProperty("validationDeltas")));
        return Sorted(lists.SelectMany(list => list.GetProperty("failure").EnumerateArray()).Select(one => one.GetProperty("code").GetString()!));
    }

    private static IEnumerable<string> Failures(JsonElement entries) =>
        entries.EnumerateArray().Where(one => !one.GetProperty("success").GetBoolean()).Select(one => one.GetProperty("code").GetString()!).Distinct();

    private static string Sorted(IEnumerable<string> codes) => string.Join(' ', codes.Distinct().Order(StringComparer.Ordinal));
}
