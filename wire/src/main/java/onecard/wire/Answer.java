package onecard.wire;

/// What is answered. A decision is a success in the eyes of CoAP whether it is yes or no; only what
/// could not be decided is a [Failure].
public sealed interface Answer extends Message
        permits PurchaseAnswer,
                VoidAnswer,
                InquiryAnswer,
                RecordsAnswer,
                StateAnswer,
                ParametersAnswer,
                ListAnswer,
                HintAnswer,
                Failure {}
