using SoraFunctions.Azure.Durable;

namespace SoraFunctions.Azure.Tests.Durable;

public sealed class OrchestrationVersionsTests
{
    [Fact]
    public void Versions_are_read_as_they_were_written_and_compare_as_numbers()
    {
        foreach (var version in Enumerable.Range(1, 30))
        {
            Assert.Equal(version, OrchestrationVersions.Read(OrchestrationVersions.Write(version)));
            Assert.True(Version.Parse(OrchestrationVersions.Write(version)) < Version.Parse(OrchestrationVersions.Write(version + 1)));
        }
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("4", 4)]
    [InlineData("4.2", 4)]
    public void Version_of_an_instance_is_a_version_of_the_catalog(string text, int version) =>
        Assert.Equal(version, OrchestrationVersions.Read(text));

    [Theory]
    [InlineData("0.0")]
    [InlineData("-1")]
    [InlineData("main")]
    public void Other_versions_are_refused_in_words(string text) =>
        Assert.Contains($"'{text}'", Assert.Throws<FormatException>(() => OrchestrationVersions.Read(text)).Message);
}
