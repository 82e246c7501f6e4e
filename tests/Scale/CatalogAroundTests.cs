using SoraFunctions.Pipeline;

namespace SoraFunctions.Scale.Tests;

public sealed class CatalogAroundTests
{
    [Fact]
    public async Task A_catalog_with_something_around_its_activities_has_all_that_the_first_one_has()
    {
        var plain = PipelineServices.Catalog();
        var ran = new List<string>();
        var metered = plain.Around(entry => entry with
        {
            Run = (_, input, _) =>
            {
                ran.Add(entry.Name);
                return Task.FromResult(input);
            },
        });

        foreach (var activity in metered.Activities.Values)
        {
            await activity.Run(null!, null, CancellationToken.None);
        }

        Assert.Equal(plain.Activities.Keys.Order(), ran.Order());
        Assert.Equal(plain.Version, metered.Version);
        Assert.All(plain.Orchestrations, one => Assert.Same(one.Value, metered.Orchestrations[one.Key]));
    }
}
