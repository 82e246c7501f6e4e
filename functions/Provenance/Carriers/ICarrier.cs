using SoraFunctions.Provenance.Labels;
using SoraFunctions.Provenance.Manifests;
using SoraFunctions.Provenance.Verification;

namespace SoraFunctions.Provenance.Carriers;

/// <summary>A file of a format that can carry a manifest store. What is wrong with it goes into the findings.</summary>
internal interface ICarrier
{
    /// <summary>Whether there is anything that claims to be a store.</summary>
    bool CarriesStore { get; }

    /// <summary>The store; null when there is none or it cannot be read.</summary>
    ManifestStore? ReadStore(Findings findings);

    /// <summary>The AIGC label; null when there is none or it cannot be read.</summary>
    AigcLabel? ReadLabel(Findings findings);

    /// <summary>Checks whether the file is the one that a hard binding describes.</summary>
    /// <param name="binding">The assertion.</param>
    /// <param name="claimAlgorithm">Hash that counts where the assertion names none.</param>
    /// <param name="findings">Where the result goes.</param>
    /// <param name="cancellationToken">Ends the hashing.</param>
    /// <returns>The parts of the file that the binding leaves out.</returns>
    /// <exception cref="InvalidDataException">The binding is malformed or of a kind that cannot be checked.</exception>
    IReadOnlyList<UncoveredRange> CheckBinding(
        ReadAssertion binding, string? claimAlgorithm, Findings findings, CancellationToken cancellationToken);
}
