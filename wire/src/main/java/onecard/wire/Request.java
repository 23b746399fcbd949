package onecard.wire;

/// What is asked. Every request but [HintRequest] goes from the terminal to the platform.
public sealed interface Request extends Message
        permits PurchaseRequest,
                VoidRequest,
                InquiryRequest,
                RecordsRequest,
                StateRequest,
                ParametersRequest,
                ListRequest,
                HintRequest {}
