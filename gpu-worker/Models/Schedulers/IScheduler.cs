namespace SoraFunctions.Models.Schedulers;

/// <summary>The settings of a way from noise to a sample; one serves any number of samplings.</summary>
public interface IScheduler
{
    /// <summary>Begins one sampling.</summary>
    /// <exception cref="ArgumentException">The plan does not fit the settings.</exception>
    ISampler Start(SamplingPlan plan);
}
