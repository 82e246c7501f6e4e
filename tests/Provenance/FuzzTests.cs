using SoraFunctions.Fuzz;
using SoraFunctions.Fuzz.Corpus;
using SoraFunctions.Fuzz.Targets;
using SoraFunctions.Provenance.Verification;

namespace SoraFunctions.Provenance.Tests;

/// <summary>The short run of <c>tests/Fuzz</c>; the long ones are started by hand.</summary>
public class FuzzTests
{
    [Fact]
    public void Readers_of_strangers_files_bear_twenty_thousand_mutations()
    {
        var findings = new FuzzRun(FuzzTargets.All(new SmallFiles()), seed: 20261123).Run(20_000);
        Assert.True(findings.Count == 0, string.Join("\n", findings.Select(one => $"{one.Target}: {one.Problem}")));
    }

    [Fact]
    public void Mutation_begins_with_files_that_are_good()
    {
        var files = new SmallFiles();
        var states = files.Videos.Select(video => ProvenanceReader.Verify(new MemoryStream(video), files.Anchors));
        Assert.Equal(
            [
                (VerificationState.None, 0, true), (VerificationState.Trusted, 1, true), (VerificationState.Trusted, 2, true),
                (VerificationState.None, 0, false), (VerificationState.Invalid, 2, false),
            ],
            states.Select(report => (report.State, report.Lineage.Count, report.AigcLabel is not null)));
        Assert.All(files.Pictures.Skip(2), picture => Assert.Equal(
            VerificationState.Trusted, ProvenanceReader.Verify(new MemoryStream(picture), files.Anchors).State));
        Assert.All(files.Pictures, picture => Assert.Contains(
            ProvenanceReader.Verify(new MemoryStream(picture), files.Anchors).Entries, one => one.Code == "claimSignature.validated"));
    }
}
